import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Facts } from '../../../ui/facts.tsx'
import { FileState } from '../../../ui/file-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSize } from '../../../ui/use-size.ts'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import type { ShownFile } from '../overview/timeline-entries.ts'
import { IssueGroups } from '../syncs/issue-groups.tsx'
import { keyOf, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { Download } from './download.tsx'
import { fileRoute } from './file-route.ts'
import { FirstRows } from './first-rows.tsx'
import { Replay } from './replay.tsx'

/** What a file holds that is of no dataset. */
const other = { data: 'unknown', manifest: 'manifest' } as const

const FileFacts = ({ file }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.files')
  const words = useDataWords()
  const size = useSize()
  const format = useFormatter()
  const at = format.dateTime(new Date(file.received_at), { dateStyle: 'medium', timeStyle: 'long' })
  return (
    <Facts
      isCopied={false}
      facts={[
        { id: 'at', name: t('at'), value: at },
        { id: 'holds', name: t('holds'), value: file.dataset ? words.dataset(file.dataset) : t(other[file.kind]) },
        { id: 'size', name: t('size'), value: size(file.size) },
        { id: 'kept', name: t('kept'), value: t(file.kept ? 'isKept' : 'isGone') },
        { id: 'id', name: t('id'), value: file.id },
      ]}
    />
  )
}

/** What only those may do who may see the people in it. */
const Contents = ({ file }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.files')
  const words = useTranslations('dashboard.parts')
  const { seesPeople } = useRights()
  if (!seesPeople) return <Notice kind="info">{words('personalOnly')}</Notice>
  if (!file.kept) return <Notice kind="info">{t('gone')}</Notice>
  return (
    <>
      {file.kind === 'data' && <FirstRows fileId={file.id} />}
      {file.dataset && <Replay file={file} />}
    </>
  )
}

/** One file: what became of it, what it says, and what applying it again would do. */
export const FilePage = () => {
  const t = useTranslations('dashboard.integration.files')
  const words = useTranslations('dashboard.parts')
  const { fileId } = fileRoute.useParams()
  const { seesPeople } = useRights()
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { data, error } = useQuery({
    queryKey: keyOf(integrationId, 'file', fileId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/files/{file_id}', { path: { ...path, file_id: fileId } }),
  })
  if (error) return <FailureNotice error={error} />
  if (!data) return <Busy label={words('loading')} />
  return (
    <Page title={data.name} actions={seesPeople && data.kept && <Download file={data} />}>
      <p className="row">
        <FileState state={data.state} />
      </p>
      <FileFacts file={data} />
      {data.issues.length > 0 ? <IssueGroups issues={data.issues} /> : <p className="muted">{t('noIssues')}</p>}
      <Contents file={data} />
    </Page>
  )
}
