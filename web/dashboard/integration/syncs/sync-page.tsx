import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useFormatter, useTranslations } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { download } from '../../../ui/download.ts'
import { Facts } from '../../../ui/facts.tsx'
import { DownloadIcon } from '../../../ui/icons.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useIssuesCsv } from '../../../ui/use-issues-csv.ts'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import type { ShownSync } from '../overview/timeline-entries.ts'
import { keyOf, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { IssueGroups } from './issue-groups.tsx'
import { IssueRows } from './issue-rows.tsx'
import { Rollback } from './rollback.tsx'
import { syncRoute } from './sync-route.ts'
import { views } from './sync-search.ts'
import { SyncStateBadge } from './sync-state.tsx'
import { shownCounts } from './use-counts.ts'

type Report = ShownSync['datasets'][number]

const DatasetReport = ({ report }: { readonly report: Report }) => {
  const t = useTranslations('dashboard.integration')
  const words = useDataWords()
  const format = useFormatter()
  const { integrationId } = useWhich()
  const { dataset, file_id, file_name, outcome, counts } = report
  return (
    <section className="panel" aria-label={words.dataset(dataset)}>
      <p className="row">
        <strong>{words.dataset(dataset)}</strong>
        <span>{t(`report.outcomes.${outcome}`)}</span>
        {file_id !== null && (
          <Link to="/integrations/$integrationId/files/$fileId" params={{ integrationId, fileId: file_id }}>
            <code className="file-name">{file_name ?? file_id}</code>
          </Link>
        )}
      </p>
      <Facts
        isCopied={false}
        facts={shownCounts
          .filter((name) => name === 'rows' || counts[name] > 0)
          .map((name) => ({ id: name, name: t(`syncs.names.${name}`), value: format.number(counts[name]) }))}
      />
    </section>
  )
}

const Issues = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const t = useTranslations('dashboard.integration.report')
  const { integrationId } = useWhich()
  const { syncId } = syncRoute.useParams()
  const { view = 'groups' } = syncRoute.useSearch()
  const navigate = useNavigate()
  const csvOf = useIssuesCsv()
  const show = (wanted: (typeof views)[number]) =>
    navigate({
      to: '/integrations/$integrationId/syncs/$syncId',
      params: { integrationId, syncId },
      search: { view: wanted },
      replace: true,
      resetScroll: false,
    })
  return (
    <section className="stack" aria-labelledby="issues">
      <h2 id="issues">{t('issues')}</h2>
      <div className="row">
        {views.map((each) => (
          <Button
            key={each}
            size="small"
            kind={view === each ? 'primary' : 'secondary'}
            aria-pressed={view === each}
            onPress={() => show(each)}
          >
            {t(`views.${each}`)}
          </Button>
        ))}
        <Button size="small" onPress={() => download(`issues-${syncId}.csv`, 'text/csv', csvOf(issues))}>
          <DownloadIcon />
          {t('csv')}
        </Button>
      </div>
      {view === 'groups' ? <IssueGroups issues={issues} /> : <IssueRows issues={issues} />}
    </section>
  )
}

const isOver = ({ state }: ShownSync): boolean => state !== 'QUEUED' && state !== 'RUNNING'

const useShownSync = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { syncId } = syncRoute.useParams()
  return useQuery({
    queryKey: keyOf(integrationId, 'sync', syncId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/syncs/{sync_id}', { path: { ...path, sync_id: syncId } }),
    // What is over changes no more, and may be long.
    refetchInterval: ({ state: { data } }) => (data && isOver(data) ? false : 2_000),
  })
}

const applied = (sync: ShownSync): boolean => sync.datasets.some(({ outcome }) => outcome === 'applied')

const Report = ({ sync }: { readonly sync: ShownSync }) => {
  const t = useTranslations('dashboard.integration')
  const { isAdmin } = useRights()
  const issues = sync.datasets.flatMap(({ dataset, issues: found }) =>
    found.map((issue) => ({ ...issue, dataset: issue.dataset ?? dataset })),
  )
  return (
    <Page
      title={t('report.title', { reason: t(`syncs.reasons.${sync.reason}`) })}
      actions={
        applied(sync) && (isAdmin ? <Rollback sync={sync} /> : <p className="muted">{t('rollback.adminsOnly')}</p>)
      }
    >
      <p className="row">
        <SyncStateBadge sync={sync} />
        <Moment at={sync.queued_at} />
        <code>{sync.id}</code>
      </p>
      {!isOver(sync) && <Busy label={t('report.running')} />}
      {isOver(sync) && sync.datasets.length === 0 && <p className="empty">{t('report.empty')}</p>}
      {sync.datasets.map((report) => (
        <DatasetReport key={report.dataset} report={report} />
      ))}
      {sync.verified && <Notice kind="info">{t('report.verified', sync.verified)}</Notice>}
      {issues.length > 0 && <Issues issues={issues} />}
      {isOver(sync) && sync.datasets.length > 0 && issues.length === 0 && (
        <Notice kind="good">{t('report.clean')}</Notice>
      )}
    </Page>
  )
}

/** The report of one run. */
export const SyncPage = () => {
  const words = useTranslations('dashboard.parts')
  const { data, error } = useShownSync()
  if (error) return <FailureNotice error={error} />
  return data ? <Report sync={data} /> : <Busy label={words('loading')} />
}
