import * as v from 'valibot'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { forgetInIdentities } from '#core/control/identity-change.ts'
import { fileKey, filePartition, syncKey, syncPartition } from '#core/control/keys.ts'
import { updateReceipt } from '#core/control/receipt.ts'
import { type Sync, SyncReportSchema, SyncSchema } from '#core/control/sync.ts'
import { reportKey } from '#core/files/archive-keys.ts'
import { quotes, unquoted, unquotedReport, type Whom } from '#core/rights/unquoted.ts'
import { readWhole } from '../sync/plan-file.ts'
import type { Progress, Removing } from './ports.ts'

const ReportSchema = v.pipe(v.string(), v.parseJson(), SyncReportSchema)

/** Stores a report anew if it quotes anything; answers where it lies. */
const rewriteReport = async (removing: Removing, sync: Sync, whom: Whom): Promise<Sync['report']> => {
  const { ports, integrationId, receiptId } = removing
  const bytes = sync.report && (await readWhole(ports.archive, sync.report))
  if (!bytes) return null
  const { success, output } = v.safeParse(ReportSchema, new TextDecoder().decode(bytes))
  // What nobody can read, nobody can vouch for.
  if (!success) return null
  if (!quotes(output.datasets, whom)) return sync.report
  const text = JSON.stringify({ datasets: unquotedReport(output.datasets, whom) })
  const key = reportKey(integrationId, `${sync.id}.${receiptId}`)
  const { versionId } = await ports.archive.put(key, new TextEncoder().encode(text))
  return { key, versionId }
}

const unquoteSync = async (removing: Removing, sync: Sync, whom: Whom): Promise<boolean> => {
  const { ports, integrationId } = removing
  const report = await rewriteReport(removing, sync, whom)
  if (report?.key === sync.report?.key && !quotes(sync.datasets, whom)) return false
  await updateDocument(
    ports.control,
    syncKey(integrationId, sync.id),
    SyncSchema,
    (each): Sync => ({ ...each, report, datasets: unquotedReport(each.datasets, whom) }),
  )
  return true
}

const unquoteFiles = async ({ ports, integrationId }: Removing): Promise<number> => {
  let documents = 0
  for await (const file of listDocuments(ports.control, filePartition(integrationId), ExportFileSchema)) {
    if (file.issues.every(({ example }) => example === null)) continue
    await updateDocument(ports.control, fileKey(file), ExportFileSchema, (each) => ({
      ...each,
      issues: unquoted(each.issues),
    }))
    documents += 1
  }
  return documents
}

/** Takes the quoted cells out of everything that was reported so far: of most nobody can tell any more whose they were. */
export const unquoteReports = async (removing: Removing, whom: Whom, after: string | null): Promise<Progress> => {
  const { ports, session, integrationId, receiptId, stopAt } = removing
  let documents = 0
  if (after === null)
    documents =
      (await unquoteFiles(removing)) + (await forgetInIdentities(ports.control, integrationId, whom.remoteIds))
  const note = () =>
    updateReceipt(ports.control, receiptId, (receipt) => ({ ...receipt, documents: receipt.documents + documents }))
  const query = { ...syncPartition(integrationId), ...(after === null ? {} : { after }) }
  for await (const sync of listDocuments(ports.control, query, SyncSchema)) {
    await session.extend()
    if (await unquoteSync(removing, sync, whom)) documents += 1
    if (ports.now() < stopAt) continue
    await note()
    return { at: syncKey(integrationId, sync.id).sk }
  }
  await note()
  return 'done'
}
