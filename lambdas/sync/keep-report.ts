import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, type SyncDatasetReport, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { reportKey } from '#core/files/archive-keys.ts'
import type { Spend } from '#core/ports/record-store.ts'
import { type ReportExtent, shortenReport } from '#core/sync/shorten-report.ts'
import type { SyncPorts } from './ports.ts'
import { withUnits } from './write-units.ts'

/** What one answer of a function can carry, less the envelope. */
const maxArchivedBytes = 5_000_000

/** From everything down to what certainly fits. */
const extents: readonly ReportExtent[] = [
  { issues: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY, pairs: Number.POSITIVE_INFINITY },
  { issues: Number.POSITIVE_INFINITY, rows: 50, pairs: Number.POSITIVE_INFINITY },
  { issues: 1_000, rows: 50, pairs: Number.POSITIVE_INFINITY },
]
const inDocument: ReportExtent = { issues: 50, rows: 20, pairs: 20 }

const encoded = (datasets: readonly SyncDatasetReport[], extent: ReportExtent): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ datasets: shortenReport(datasets, extent) }))

const archivedReport = (datasets: readonly SyncDatasetReport[]): Uint8Array =>
  extents
    .values()
    .map((extent) => encoded(datasets, extent))
    .find(({ byteLength }) => byteLength <= maxArchivedBytes) ?? encoded(datasets, inDocument)

/** Keeps the whole report in the archive and a short one in the document, before the commit: afterwards it cannot be lost. */
export const keepReport = async (
  { archive, control }: SyncPorts,
  { integrationId, syncId }: Pick<SyncMessage, 'integrationId' | 'syncId'>,
  datasets: readonly SyncDatasetReport[],
  spend: Spend,
): Promise<void> => {
  const { key, versionId } = await archive.put(reportKey(integrationId, syncId), archivedReport(datasets))
  await updateDocument(
    control,
    syncKey(integrationId, syncId),
    SyncSchema,
    (sync): Sync => ({
      ...withUnits(sync, spend),
      datasets: shortenReport(datasets, inDocument),
      report: { key, versionId },
    }),
  )
}
