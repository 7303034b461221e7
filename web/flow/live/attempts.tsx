import { useFormatter, useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import type { Activity } from '../api.ts'

/** The newest attempt, if it failed: what went wrong, and what to do. */
export const LastFailure = ({ attempts }: Pick<Activity, 'attempts'>) => {
  const t = useTranslations('live')
  const format = useFormatter()
  const [last] = attempts
  if (!last || last.outcome === 'logged_in') return null
  const at = format.dateTime(new Date(last.at), { timeStyle: 'medium' })
  return (
    <Notice kind="bad">
      <strong>{t(last.outcome === 'refused' ? 'refused' : 'uploadFailed', { at })}</strong>{' '}
      {last.reason ? t(`reasons.${last.reason}`) : t('reasonUnknown')}
      {last.client !== null && <span className="muted"> {t('client', { client: last.client })}</span>}
    </Notice>
  )
}
