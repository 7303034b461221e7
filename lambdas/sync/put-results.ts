import { type FileChore, keyOfChore } from '#core/control/chore.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { Sync, SyncDatasetReport } from '#core/control/sync.ts'
import { namesEncrypted, resultName } from '#core/files/file-name.ts'
import { csvFormOf, resultCsv } from '#core/issues/issue-csv.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import { errorFields } from '../runtime/error-fields.ts'
import { datasetReport } from './dataset-report.ts'
import type { SyncPorts } from './ports.ts'
import { reportOf } from './report-of.ts'

type Ports = Pick<SyncPorts, 'archive' | 'control' | 'folders' | 'now' | 'log'>

/** An inbox that is looked at by machines fills up: what nobody fetched is taken away. */
const keptMs = 14 * 24 * 60 * 60_000
/** Of a key in S3, in bytes of UTF-8. */
const longestKey = 1024

/** The folder is open to whoever has the SFTP key: what came encrypted is not quoted there. */
const quotable = (report: SyncDatasetReport, { name, mustBeEncrypted, unpackedFrom }: ExportFile): SyncDatasetReport =>
  mustBeEncrypted || unpackedFrom?.encrypted || namesEncrypted(name)
    ? { ...report, issues: report.issues.map((issue) => ({ ...issue, example: null })) }
    : report

/** What is known of a file that was refused while another one of its dataset was applied. */
const refusedBeside = ({ id, name, dataset, state, issues }: ExportFile): readonly SyncDatasetReport[] =>
  state === 'REFUSED' && dataset !== null
    ? [datasetReport(dataset, { outcome: 'refused', file: { id, name }, issues })]
    : []

const cleanLater = async ({ control, now }: Ports, file: ExportFile, bucket: string, stored: StoredFile) => {
  const { key, versionId, etag, size } = stored
  const { id: fileId, integrationId, eventTime, sequencer } = file
  const landed = { bucket, key, versionId, etag, size, eventTime, sequencer }
  const chore: FileChore = { kind: 'clean-landing', dueAt: now() + keptMs, fileId, integrationId, landed }
  await control.create(keyOfChore(chore), chore)
}

const putResult = async (ports: Ports, sftpUser: string, file: ExportFile, csv: string) => {
  const { folders, log } = ports
  const key = `${sftpUser}/${resultName(file.name)}`
  const body = new TextEncoder().encode(csv)
  if (!folders || new TextEncoder().encode(key).byteLength > longestKey) return
  const stored = await folders.put(key, body)
  await cleanLater(ports, file, folders.bucket, stored)
  log('RESULT_PUT', { integrationId: file.integrationId, fileId: file.id, bytes: stored.size })
}

/** Puts what became of a file beside it, where the integration wants it; what fails is left out. */
export const putResultOf = async (
  ports: Ports,
  { id: integrationId, resultFiles, sftpUser }: Integration,
  file: ExportFile,
  csv: string,
): Promise<void> => {
  if (!resultFiles) return
  await putResult(ports, sftpUser, file, csv).catch((error: unknown) =>
    ports.log('RESULT_FAILED', { integrationId, fileId: file.id, ...errorFields(error) }),
  )
}

/**
 * Puts what became of the files that a sync judged beside them, where the integration wants it. Repeated, it makes another version;
 * what fails is left out, because everything else that a commit promises must not wait for it.
 */
export const putResults = async (
  ports: Ports,
  integration: Integration,
  sync: Sync,
  judged: readonly ExportFile[],
): Promise<void> => {
  if (!integration.resultFiles || !ports.folders || judged.length === 0) return
  const reports = await reportOf(ports, sync)
  for (const file of judged) {
    const told = reports.filter(({ fileId }) => fileId === file.id)
    const [first, ...others] = told.length > 0 ? told : refusedBeside(file)
    if (!first) continue
    const report = { ...first, issues: [first, ...others].flatMap(({ issues }) => issues) }
    await putResultOf(ports, integration, file, resultCsv(quotable(report, file), csvFormOf(integration)))
  }
}
