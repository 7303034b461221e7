import { useFormatter, useTranslations } from 'use-intl'
import type { Activity } from '../flow/api.ts'
import { pageSettings } from '../flow/page-settings.ts'
import { Busy } from '../ui/busy.tsx'
import { Notice } from '../ui/notice.tsx'
import { hrefOf } from './place.ts'

type Props = { readonly activity: Activity }

const kinds: Readonly<Partial<Record<Activity['step'], 'good' | 'warn'>>> = {
  ready: 'good',
  waiting_for_key: 'warn',
  waiting_for_customer: 'warn',
}

/** Where there is something to do, the place to do it. */
const places: Readonly<Partial<Record<Activity['step'], 'keys' | 'columns' | 'connection'>>> = {
  waiting_for_key: 'keys',
  waiting_for_file: 'connection',
  waiting_for_customer: 'columns',
}

const Unusable = ({ file }: { readonly file: Activity['files'][number] }) => {
  const t = useTranslations('page.files')
  return (
    <Notice kind="bad">
      {t('unusable', { file: file.name })} <a href={hrefOf('files', file.id)}>{t('see')}</a>
    </Notice>
  )
}

/** What the connection waits for, and what is wrong with the newest file. */
export const ConnectionState = ({ activity: { step, files, syncing, last_login_at } }: Props) => {
  const t = useTranslations('page.files')
  const page = useTranslations('page')
  const sections = useTranslations('page.sections')
  const vendor = pageSettings.name ?? page('vendor')
  const format = useFormatter()
  const newest = files.find(({ state }) => state !== 'IGNORED')
  const place = places[step]
  return (
    <>
      {newest && (newest.state === 'REFUSED' || newest.state === 'REJECTED') && <Unusable file={newest} />}
      <Notice kind={kinds[step] ?? 'info'}>
        {t(`steps.${step}`, { vendor })} {place && <a href={hrefOf(place)}>{sections(place)}</a>}
      </Notice>
      <p className="muted">
        {last_login_at === null
          ? t('noLogin')
          : t('lastLogin', {
              at: format.dateTime(new Date(last_login_at), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
      </p>
      {syncing && <Busy label={t('reading')} />}
    </>
  )
}
