import { useFormatter, useTranslations } from 'use-intl'
import { Badge, type BadgeKind } from '../../../ui/badge.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { Receipt } from '../answers.ts'
import { Loaded } from '../loaded.tsx'

const idOf = ({ id }: Receipt): string => id

const total = (byModel: Readonly<Record<string, number>>): number =>
  Object.values(byModel).reduce((sum, count) => sum + count, 0)

/** When the last copy that nobody reads is gone. */
const lastBackup = ({ backups }: Receipt): string | undefined =>
  backups
    .map(({ until }) => until)
    .toSorted()
    .at(-1)

const useColumns = (): readonly TableColumn<Receipt>[] => {
  const t = useTranslations('dashboard.environment.receipts')
  const format = useFormatter()
  const kinds: Readonly<Record<Receipt['state'], BadgeKind>> = { QUEUED: 'plain', RUNNING: 'warn', DONE: 'good' }
  return [
    { id: 'kind', name: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`), share: 2 },
    { id: 'state', name: t('state'), cell: ({ state }) => <Badge kind={kinds[state]}>{t(`states.${state}`)}</Badge> },
    { id: 'asked', name: t('asked'), minWidth: 150, cell: ({ requested_at }) => <Moment at={requested_at} /> },
    { id: 'ended', name: t('ended'), cell: ({ ended_at }) => (ended_at ? <Moment at={ended_at} /> : '') },
    { id: 'records', name: t('records'), cell: ({ removed }) => format.number(total(removed.records)) },
    { id: 'files', name: t('files'), cell: ({ removed }) => format.number(removed.files.length) },
    {
      id: 'backups',
      name: t('backups'),
      cell: (receipt) => {
        const until = lastBackup(receipt)
        return until ? <Moment at={until} /> : ''
      },
    },
    { id: 'integration', name: t('integration'), cell: ({ integration_id }) => integration_id, share: 2 },
  ]
}

/** What was taken away for good, and until when copies of it are kept: no names, only numbers. */
export const ReceiptsPage = () => {
  const t = useTranslations('dashboard.environment.receipts')
  const { call } = useManage()
  const {
    items,
    error,
    refetch,
    first: _,
    ...more
  } = usePages({
    queryKey: ['receipts'],
    load: (cursor) => call('GET /manage/receipts', { query: { cursor } }),
  })
  const columns = useColumns()
  return (
    <Page title={t('title')}>
      <p className="muted">{t('intro')}</p>
      <Loaded query={{ data: items, error, refetch }}>
        {(receipts) => (
          <PagedTable {...{ label: t('title'), columns, items: receipts, idOf, ...more }} empty={t('empty')} />
        )}
      </Loaded>
    </Page>
  )
}
