import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { Moment } from '../../moment.tsx'
import type { Integration } from '../use-integration.ts'
import { Resolve } from './resolve.tsx'
import { type Attention, useAttention } from './use-attention.ts'

const urgent: ReadonlySet<Attention['kind']> = new Set(['disabled', 'to_connect_again', 'file_held', 'sync_failed'])

/** What tells two things of a kind apart. */
const idOf = (item: Attention): string =>
  [item.kind, 'dataset' in item ? item.dataset : '', 'webhook_id' in item ? item.webhook_id : ''].join(' ')

const valuesOf = (item: Attention, dataset: (name: string) => string) => ({
  dataset: 'dataset' in item ? dataset(item.dataset) : '',
  file: 'file_name' in item ? item.file_name : '',
  count: item.kind === 'delivery_failed' ? item.deliveries.length : 'count' in item ? item.count : 0,
})

const Item = ({ item, integration }: { readonly item: Attention; readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.attention')
  const reasons = useTranslations('live.reasons')
  const words = useDataWords()
  const key = item.kind === 'first_file_awaited' && item.logged_in ? 'first_file_after_login' : item.kind
  const values = valuesOf(item, words.dataset)
  return (
    <li className={urgent.has(item.kind) ? 'urgent' : ''}>
      <div className="attention-text">
        <p>
          <strong>{t(`kinds.${key}.title`, values)}</strong> {'since' in item && <Moment at={item.since} />}
        </p>
        <p className="muted">{item.kind === 'login_refused' ? reasons(item.reason) : t(`kinds.${key}.text`, values)}</p>
      </div>
      <Resolve item={item} integration={integration} />
    </li>
  )
}

/** What somebody should see to, each with the button that does. */
export const AttentionList = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.attention')
  const { data, error } = useAttention()
  return (
    <section className="stack" aria-labelledby="attention">
      <h2 id="attention">{t('title')}</h2>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {data?.results.length === 0 && <Notice kind="good">{t('none')}</Notice>}
      <ul className="attention">
        {data?.results.map((item) => (
          <Item key={idOf(item)} item={item} integration={integration} />
        ))}
      </ul>
    </section>
  )
}
