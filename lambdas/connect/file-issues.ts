import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { listDocuments } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import { syncPartition } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { Issue } from '#core/issues/issue.ts'
import { issuesCsv } from '#core/issues/issue-csv.ts'
import { fileById } from '../mapping/find-file.ts'
import { reportOf } from '../sync/report-of.ts'
import type { ConnectPorts } from './ports.ts'
import { shownFile } from './shown-file.ts'
import { ofConnection } from './visitor.ts'

type Ports = Pick<ConnectPorts, 'control' | 'archive'>
type Report = Sync['datasets'][number]

/** What a run says of a file it read; one that found it unchanged restates what the run before it said. */
const saysOf = (file: ExportFile) => (report: Report) => report.fileId === file.id && report.outcome !== 'unchanged'

/** The last run that read a file, with its whole report on it. */
const judgementOf = async (ports: Ports, file: ExportFile) => {
  const query = { ...syncPartition(file.integrationId), descending: true }
  for await (const sync of listDocuments(ports.control, query, SyncSchema)) {
    if (sync.queuedAt < file.receivedAt) return undefined
    if (!sync.datasets.some(saysOf(file))) continue
    const report = (await reportOf(ports, sync)).find(saysOf(file))
    if (report) return { sync, report }
  }
  return undefined
}

type Judged = {
  readonly file: ExportFile
  readonly judgement: Awaited<ReturnType<typeof judgementOf>>
  readonly issues: readonly Issue[]
}

const noSuchFile = refuse('FLOW.FILE_MISSING', 'There is no such file.')

const ofFile = (ports: ConnectPorts, handle: (judged: Judged) => Answer<FlowErrorCode>): FlowEndpoint =>
  ofConnection(ports, async ({ id }, { path }) => {
    const file = await fileById(ports, id, path.file_id ?? '')
    if (!file) return noSuchFile
    const judgement = await judgementOf(ports, file)
    return handle({ file, judgement, issues: judgement?.report.issues ?? file.issues })
  })

export const showFile = (ports: ConnectPorts): FlowEndpoint =>
  ofFile(ports, ({ file, judgement, issues }) =>
    success({
      file: shownFile(file),
      sync_id: judgement?.sync.id ?? null,
      outcome: judgement?.report.outcome ?? null,
      counts: judgement?.report.counts ?? null,
      issues,
      issues_left: judgement?.report.issuesLeft ?? 0,
    }),
  )

/** The same for whoever has to correct the rows. */
export const downloadIssues = (ports: ConnectPorts): FlowEndpoint =>
  ofFile(ports, ({ issues }) => ({
    kind: 'success',
    body: issuesCsv(issues),
    contentType: 'text/csv; charset=utf-8',
  }))
