import { listDocuments, readDocument, updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema, fileRank } from '#core/control/file.ts'
import { fileKey, filePartition, syncKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type IntegrationState, rankOf } from '#core/control/state.ts'
import { type DriftPair, SyncSchema } from '#core/control/sync.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import { reportOf } from '../sync/report-of.ts'
import { namesOf } from './name-held.ts'
import type { HeldPorts } from './ports.ts'

const guarded: readonly Issue['code'][] = ['ID_DRIFT', 'IDS_SWAPPED']

/** So many files are looked through for one that is held. */
const maxLooked = 100
const maxPairsShown = 100

const reasonOf = ({ issues }: Pick<ExportFile, 'issues'>): Issue | undefined =>
  issues.find(({ code }) => guarded.includes(code))

/** The newest file that a guard holds as a whole; none once a newer one is applied. */
const findHeldFile = async (
  { control }: Pick<HeldPorts, 'control'>,
  integrationId: string,
  dataset: Dataset,
  state: Pick<IntegrationState, 'datasets'> | undefined,
): Promise<ExportFile | undefined> => {
  const committed = state?.datasets[dataset]
  const applied = committed ? rankOf(committed) : ''
  let looked = 0
  for await (const file of listDocuments(
    control,
    { ...filePartition(integrationId), descending: true },
    ExportFileSchema,
  )) {
    looked += 1
    if (looked > maxLooked || fileRank(file) <= applied) return undefined
    if (file.dataset === dataset && file.archive && file.state === 'REFUSED' && reasonOf(file)) return file
  }
  return undefined
}

const pairsOf = async (
  ports: HeldPorts,
  { integrationId, id, judgedBy }: ExportFile,
): Promise<readonly DriftPair[]> => {
  const sync = judgedBy && (await readDocument(ports.control, syncKey(integrationId, judgedBy), SyncSchema))
  const report = sync ? await reportOf(ports, sync) : []
  return report.find(({ fileId }) => fileId === id)?.pairs ?? []
}

/** The file that is held as a whole, why, and the first of those who are probably in it under another id. */
export const showHeldFile = async (
  ports: HeldPorts,
  integrationId: string,
  state: Pick<IntegrationState, 'datasets' | 'generations'> | undefined,
) => {
  const file = await findHeldFile(ports, integrationId, 'employees', state)
  const issue = file && reasonOf(file)
  if (!issue) return null
  const pairs = await pairsOf(ports, file)
  const shown = pairs.slice(0, maxPairsShown)
  const rows = shown.map(({ id }) => ({ model: 'hris_employees' as const, id }))
  const names = await namesOf(ports, integrationId, state, rows)
  return {
    dataset: 'employees' as const,
    file_id: file.id,
    file_name: file.name,
    sync_id: file.judgedBy ?? null,
    issue,
    pairs: shown.map((pair) => ({ ...pair, name: names.get(pair.id) ?? null })),
    pairs_in_all: pairs.length,
  }
}

/**
 * Notes that a file which is held as a whole is right, and queues the sync that applies it; undefined where that file is not held, or
 * not any more.
 */
export const releaseHeldFile = async (
  ports: HeldPorts,
  integrationId: string,
  dataset: Dataset,
  fileId: string,
  state: Pick<IntegrationState, 'datasets'> | undefined,
): Promise<{ readonly syncId: string } | undefined> => {
  const file = await findHeldFile(ports, integrationId, dataset, state)
  if (file?.id !== fileId) return undefined
  const releasedAt = ports.system.clock()
  await updateDocument(ports.control, fileKey(file), ExportFileSchema, (each): ExportFile => ({ ...each, releasedAt }))
  const sync = await queueSync(ports, { integrationId, reason: 'removals' })
  return { syncId: sync.id }
}
