import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { Report } from '../flow/api.ts'
import { useCall } from '../flow/flow-context.ts'
import { useActivity } from '../flow/live/activity.ts'
import { useWords } from '../flow/words.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { download } from '../ui/download.ts'
import { Facts } from '../ui/facts.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FileState } from '../ui/file-state.tsx'
import { DownloadIcon } from '../ui/icons.tsx'
import { IssueList } from '../ui/issue-list.tsx'
import { Notice } from '../ui/notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { useIssuesCsv } from '../ui/use-issues-csv.ts'
import { useSize } from '../ui/use-size.ts'
import { hrefOf } from './place.ts'

const useReport = (id: string) => {
  const call = useCall()
  const state = useActivity().data?.files.find((file) => file.id === id)?.state
  return useQuery({
    queryKey: ['file', id, state],
    queryFn: () => call('GET /flow/files/{file_id}', { path: { file_id: id } }),
    placeholderData: (before) => before,
  })
}

const shownCounts = ['rows', 'created', 'updated', 'unchanged', 'removed', 'held', 'quarantined'] as const

const useReportFacts = ({ file, counts }: Report) => {
  const t = useTranslations('page.report')
  const format = useFormatter()
  const words = useWords()
  const size = useSize()
  const arrived = format.dateTime(new Date(file.received_at), { dateStyle: 'medium', timeStyle: 'short' })
  return [
    { id: 'received', name: t('receivedAt'), value: arrived },
    { id: 'size', name: t('size'), value: size(file.size) },
    ...(file.dataset === null ? [] : [{ id: 'holds', name: t('holds'), value: words.dataset(file.dataset) }]),
    ...(file.kind === 'manifest' ? [{ id: 'holds', name: t('holds'), value: t('manifest') }] : []),
    ...shownCounts
      .filter((name) => counts !== null && (name === 'rows' || counts[name] > 0))
      .map((name) => ({ id: name, name: t(name), value: format.number(counts?.[name] ?? 0) })),
  ]
}

const underWay: ReadonlySet<Report['file']['state']> = new Set(['RECEIVED', 'ARCHIVED', 'QUEUED'])

const Shown = ({ report }: { readonly report: Report }) => {
  const t = useTranslations('page.report')
  const facts = useReportFacts(report)
  const csvOf = useIssuesCsv()
  const { file, issues } = report
  const isRefused = file.state === 'REFUSED' || file.state === 'REJECTED'
  return (
    <>
      <div className="row">
        <code className="file-name">{file.name}</code>
        <FileState state={file.state} />
      </div>
      <Facts facts={facts} isCopied={false} />
      {underWay.has(file.state) && <Busy label={t('pending')} />}
      {file.state === 'ACCEPTED' && issues.length === 0 && <Notice kind="good">{t('clean')}</Notice>}
      {issues.length > 0 && <IssueList issues={issues} left={report.issues_left} />}
      {isRefused && <Notice kind="info">{t('again')}</Notice>}
      {issues.length > 0 && (
        <div className="row">
          <Button onPress={() => download(`${file.name}.issues.csv`, 'text/csv', csvOf(issues))}>
            <DownloadIcon />
            {t('download')}
          </Button>
        </div>
      )}
    </>
  )
}

/** What became of a file, and what is wrong in which rows. */
export const FileReport = ({ id }: { readonly id: string }) => {
  const t = useTranslations('page.report')
  const { data, error } = useReport(id)
  return (
    <>
      <p>
        <a href={hrefOf('files')}>{t('back')}</a>
      </p>
      <StepTitle>{t('title')}</StepTitle>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {data && <Shown report={data} />}
    </>
  )
}
