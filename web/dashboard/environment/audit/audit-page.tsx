import '../environment.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { AuditEntry } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { dayAfter, dayBegin } from './days.ts'

const route = getRouteApi('/environment/audit')

const idOf = ({ id }: AuditEntry): string => id

const About = ({ subject }: Pick<AuditEntry, 'subject'>) => {
  const { webhook_id: webhookId } = subject
  if (webhookId !== undefined)
    return (
      <Link to="/environment/webhooks/$webhookId" params={{ webhookId }} className="cut">
        {webhookId}
      </Link>
    )
  const text = Object.entries(subject)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
  return (
    <span className="cut" title={text}>
      {text}
    </span>
  )
}

const useColumns = (): readonly TableColumn<AuditEntry>[] => {
  const t = useTranslations('dashboard.environment.audit')
  return [
    { id: 'action', name: t('action'), cell: ({ action }) => <code>{action}</code>, share: 2 },
    { id: 'at', name: t('time'), minWidth: 150, cell: ({ at }) => <Moment at={at} /> },
    {
      id: 'who',
      name: t('who'),
      cell: ({ who }) => (
        <span title={who.id} className="cut">
          {who.name} <span className="muted">({t(`kinds.${who.kind}`)})</span>
        </span>
      ),
      share: 2,
    },
    {
      id: 'integration',
      name: t('integration'),
      cell: ({ integration_id: id }) =>
        id && (
          <Link to="/integrations/$integrationId" params={{ integrationId: id }} className="cut" title={id}>
            {id}
          </Link>
        ),
      share: 2,
    },
    { id: 'subject', name: t('subject'), cell: ({ subject }) => <About subject={subject} />, share: 2 },
    {
      id: 'reason',
      name: t('reason'),
      cell: ({ reason }) => (
        <span className="cut" title={reason ?? ''}>
          {reason}
        </span>
      ),
      share: 2,
    },
  ]
}

/** Who did what. Filters stand in the address, so that what was found can be shown to others. */
export const AuditPage = () => {
  const t = useTranslations('dashboard.environment.audit')
  const { call } = useManage()
  const search = route.useSearch()
  const { who, action, integration, from, to } = search
  const {
    items,
    error,
    refetch,
    first: _,
    ...more
  } = usePages({
    queryKey: ['audit', who, action, integration, from, to],
    isLive: false,
    load: (cursor) =>
      call('GET /manage/audit', {
        query: { cursor, who, action, integration_id: integration, from: dayBegin(from), to: dayAfter(to) },
      }),
  })
  const columns = useColumns()
  return (
    <Page title={t('title')}>
      <AuditFilters key={JSON.stringify(search)} search={search} />
      <Loaded query={{ data: items, error, refetch }}>
        {(entries) => (
          <PagedTable {...{ label: t('title'), columns, items: entries, idOf, ...more }} empty={t('empty')} />
        )}
      </Loaded>
    </Page>
  )
}
