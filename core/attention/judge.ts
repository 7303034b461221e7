import type { SetupStep } from '#core/api/setup.ts'
import type { Activity } from '#core/control/activity.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { Sync, SyncDatasetReport } from '#core/control/sync.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import { type Attention, resolutions } from './attention.ts'

type Late = { readonly dataset: Dataset; readonly late_since: string | null }
type FailedDelivery = { readonly endpointId: string; readonly id: string }

/** What is known of an integration; files and syncs newest first. */
export type Facts = {
  readonly integration: Pick<Integration, 'status' | 'mappings' | 'mappingApprover'>
  readonly step: SetupStep
  readonly files: readonly Pick<ExportFile, 'id' | 'name' | 'dataset' | 'state' | 'issues' | 'judgedBy'>[]
  readonly syncs: readonly Pick<Sync, 'id' | 'state' | 'datasets'>[]
  /** How many removals wait for a decision, where some do. */
  readonly waiting: Readonly<Partial<Record<Dataset, number>>>
  readonly expected: readonly Late[]
  readonly activity: Pick<Activity, 'lastLoginAt' | 'attempts'>
  readonly failedDeliveries: readonly FailedDelivery[]
}

const guarded: readonly Issue['code'][] = ['ID_DRIFT', 'IDS_SWAPPED']
const judged: readonly ExportFile['state'][] = ['ACCEPTED', 'REFUSED', 'SUPERSEDED', 'REJECTED']

/** The newest file of a dataset that was judged, if it was not taken. */
const badFile = ({ files }: Facts, dataset: Dataset): Attention | undefined => {
  const newest = files.find((file) => file.dataset === dataset && judged.includes(file.state))
  if (newest?.state !== 'REFUSED' && newest?.state !== 'REJECTED') return undefined
  const named = { dataset, file_id: newest.id, file_name: newest.name }
  return newest.issues.some(({ code }) => guarded.includes(code))
    ? { kind: 'file_held', ...named }
    : { kind: 'file_refused', ...named, sync_id: newest.judgedBy ?? null }
}

/** What the newest sync that looked at a dataset says of it. */
export const newestReport = (
  syncs: Facts['syncs'],
  dataset: Dataset,
): { readonly syncId: string; readonly report: SyncDatasetReport } | undefined => {
  for (const { id, datasets: reports } of syncs) {
    const report = reports.find((each) => each.dataset === dataset)
    if (report) return { syncId: id, report }
  }
  return undefined
}

const mappingOf = ({ integration, step, syncs }: Facts, dataset: Dataset): Attention | undefined => {
  if (step === 'waiting_for_customer') return undefined
  const { approved, latest } = integration.mappings[dataset] ?? { approved: 0, latest: 0 }
  const waits = newestReport(syncs, dataset)?.report.outcome === 'waiting_for_mapping' && approved === 0
  return waits || latest > approved ? { kind: 'mapping_to_approve', dataset } : undefined
}

const partsOf = ({ syncs }: Facts, dataset: Dataset): Attention | undefined => {
  const newest = newestReport(syncs, dataset)
  return newest?.report.outcome === 'waiting_for_files'
    ? { kind: 'parts_awaited', dataset, sync_id: newest.syncId }
    : undefined
}

const heldOf = ({ waiting }: Facts, dataset: Dataset): Attention | undefined => {
  const count = waiting[dataset] ?? 0
  return count > 0 ? { kind: 'removals_held', dataset, count } : undefined
}

const lateOf = ({ expected }: Facts, dataset: Dataset): Attention | undefined => {
  const since = expected.find((each) => each.dataset === dataset)?.late_since
  return since ? { kind: 'file_late', dataset, since } : undefined
}

/** A login that was refused and not followed by one that succeeded. */
const refusedLogin = ({ activity: { attempts, lastLoginAt } }: Facts): Attention | undefined => {
  const [last] = attempts
  if (!last?.reason || last.at <= (lastLoginAt ?? 0)) return undefined
  return { kind: 'login_refused', reason: last.reason, since: new Date(last.at).toISOString() }
}

const failedSync = ({ syncs }: Facts): Attention | undefined => {
  const ended = syncs.find(({ state }) => state !== 'QUEUED' && state !== 'RUNNING' && state !== 'CANCELLED')
  const isSaidOfFile = ended?.datasets.some(({ outcome }) => outcome !== 'applied' && outcome !== 'unchanged')
  return ended?.state === 'FAILED' && !isSaidOfFile ? { kind: 'sync_failed', sync_id: ended.id } : undefined
}

const failedDeliveries = ({ failedDeliveries: failed }: Facts): readonly Attention[] =>
  [...Map.groupBy(failed, ({ endpointId }) => endpointId)].map(([webhook_id, deliveries]) => ({
    kind: 'delivery_failed',
    webhook_id,
    deliveries: deliveries.map(({ id }) => id),
  }))

const awaited = ({ step, activity }: Facts): Attention | undefined => {
  if (step === 'waiting_for_customer') return { kind: 'customer_awaited' }
  return step === 'waiting_for_file'
    ? { kind: 'first_file_awaited', logged_in: activity.lastLoginAt !== null }
    : undefined
}

const statusOf = ({ integration: { status } }: Facts): Attention | undefined => {
  if (status === 'INACTIVE') return { kind: 'disabled' }
  return status === 'INVALID' ? { kind: 'to_connect_again' } : undefined
}

const urgency = Object.keys(resolutions)

/** What somebody should see to, from what is known; nothing where all is well. */
export const attentionOf = (facts: Facts): readonly Attention[] => {
  const ofDatasets = datasets.flatMap((dataset) =>
    [badFile, heldOf, mappingOf, lateOf, partsOf].map((judge) => judge(facts, dataset)),
  )
  return [statusOf(facts), ...ofDatasets, awaited(facts), failedSync(facts), refusedLogin(facts)]
    .filter((each) => each !== undefined)
    .concat(failedDeliveries(facts))
    .toSorted((a, b) => urgency.indexOf(a.kind) - urgency.indexOf(b.kind))
}
