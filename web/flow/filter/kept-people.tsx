import { useTranslations } from 'use-intl'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import type { Rule } from './rules.ts'
import { useCount } from './use-filter.ts'

/** How many people are included by the rules as they are chosen now. */
export const KeptPeople = ({ rules }: { readonly rules: readonly Rule[] }) => {
  const t = useTranslations('setup.filter')
  const { data, error, isPlaceholderData } = useCount(rules)
  if (error) return <FailureNotice error={error} />
  return (
    <div className="kept" role="status" data-behind={isPlaceholderData || undefined}>
      {data && (
        <>
          <strong>{t('kept', data)}</strong>
          <progress value={data.kept} max={Math.max(data.people, 1)} aria-label={t('share')} />
        </>
      )}
      {!data && <span className="muted">{t('counting')}</span>}
    </div>
  )
}
