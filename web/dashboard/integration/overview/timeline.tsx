import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { FileState } from '../../../ui/file-state.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { SyncStateBadge } from '../syncs/sync-state.tsx'
import { useCounts } from '../syncs/use-counts.ts'
import { keyOf, useWhich } from '../use-integration.ts'
import { type Entry, entriesOf, type ShownFile, type ShownSync } from './timeline-entries.ts'

const FileEntry = ({ file }: { readonly file: ShownFile }) => {
  const { integrationId } = useWhich()
  const t = useTranslations('dashboard.integration.timeline')
  return (
    <>
      <span>{t('file')}</span>
      <Link to="/integrations/$integrationId/files/$fileId" params={{ integrationId, fileId: file.id }}>
        <code className="file-name">{file.name}</code>
      </Link>
      <FileState state={file.state} />
    </>
  )
}

const SyncEntry = ({ sync }: { readonly sync: ShownSync }) => {
  const { integrationId } = useWhich()
  const t = useTranslations('dashboard.integration')
  const counts = useCounts()
  return (
    <>
      <Link to="/integrations/$integrationId/syncs/$syncId" params={{ integrationId, syncId: sync.id }}>
        {t('timeline.sync', { reason: t(`syncs.reasons.${sync.reason}`) })}
      </Link>
      <SyncStateBadge sync={sync} />
      <span className="counts">{counts(sync)}</span>
    </>
  )
}

const useEntries = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'timeline'),
    queryFn: async () =>
      entriesOf(
        ...(await Promise.all([
          call('GET /manage/integrations/{integration_id}/files', { path }),
          call('GET /manage/integrations/{integration_id}/syncs', { path }),
        ])),
      ),
  })
}

const idOf = (entry: Entry): string => (entry.kind === 'file' ? entry.file.id : entry.sync.id)

/** What came and what was done about it, newest first. */
export const Timeline = () => {
  const t = useTranslations('dashboard.integration.timeline')
  const { data, error } = useEntries()
  return (
    <section className="stack" aria-labelledby="timeline">
      <h2 id="timeline">{t('title')}</h2>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {data?.length === 0 && <p className="empty">{t('none')}</p>}
      <ol className="timeline">
        {data?.map((entry) => (
          <li key={idOf(entry)}>
            {entry.kind === 'file' ? <FileEntry file={entry.file} /> : <SyncEntry sync={entry.sync} />}
            <Moment at={entry.at} />
          </li>
        ))}
      </ol>
    </section>
  )
}
