import { cameAt } from '#core/control/file.ts'
import type { DatasetState } from '#core/control/state.ts'
import { manifestKey } from '#core/files/archive-keys.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import { idTable } from '#core/sync/id-table.ts'
import { noProgress, type Progress, type Stamps, stampTable } from '#core/sync/stamp-table.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'
import { belongingsOf } from './belongings-of.ts'
import { changedModels } from './changed-models.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { linksOf } from './delta-chain.ts'
import { changeOf } from './last-change.ts'
import { writeManifest } from './manifest-file.ts'
import { manifestDiffers, nextManifest } from './next-manifest.ts'
import { beginPlan, putOff, type Run } from './pending-plan.ts'
import { placeOf } from './place-of.ts'
import type { ModelWrite, PlannedWrites } from './plan-writes.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { writeModel } from './write-records.ts'

/** What the commit must point to, and what it must tell of the writes that led to it. */
export type Applied = {
  readonly dataset: RebuiltDataset['dataset']
  readonly state: DatasetState
  readonly changedModels: readonly ChangedModel[]
  /** When the feed shows everything that was written, epoch ms. */
  readonly shownAt: number
}

const goodFileAtOf = ({ file, counts, committed, goesBack }: RebuiltDataset): number | undefined => {
  if (goesBack) return goesBack.to.goodFileAt
  return counts.held === 0 ? cameAt(file) : committed?.goodFileAt
}

/** Where no file was read, it comes from what it came from. */
const chainOf = ({ chain, files, committed }: RebuiltDataset): DatasetState['chain'] => {
  if (chain) return linksOf(chain)
  return files.length === 0 ? committed?.chain : undefined
}

/** The same holds for circles that were opened. */
const isCircular = ({ files, committed, comparison }: RebuiltDataset): boolean =>
  (files.length === 0 ? committed : comparison)?.circular === true

/** What a later sync compares with to find out whether anything is to be built anew. */
const basisOf = (rebuilt: RebuiltDataset) => {
  const { file, files, mappingVersion, configuration, employeeSet, aliases, identities, dueAt } = rebuilt
  const chain = chainOf(rebuilt)
  const goodFileAt = goodFileAtOf(rebuilt)
  return {
    fileId: file.id,
    fileName: file.name,
    ...placeOf(rebuilt),
    ...(goodFileAt === undefined ? {} : { goodFileAt }),
    files: files.map(({ id }) => id),
    ...(chain ? { chain } : {}),
    mappingVersion,
    configuration,
    employeeSet,
    ...(aliases ? { aliases } : {}),
    ...(identities ? { identities } : {}),
    ...(dueAt === null ? {} : { dueAt }),
    ...(rebuilt.comparison.unproven ? { unproven: true as const } : {}),
    ...(isCircular(rebuilt) ? { circular: true as const } : {}),
  }
}

const apply = async (
  { archive, now }: SyncPorts,
  { integrationId, syncId }: Run,
  rebuilt: RebuiltDataset,
  writes: readonly ModelWrite[],
  stamps: Stamps,
): Promise<Applied> => {
  const { dataset, committed, comparison } = rebuilt
  const manifest =
    committed && !manifestDiffers(rebuilt, writes.length > 0)
      ? committed.manifest
      : await writeManifest(archive, manifestKey(integrationId, dataset, syncId), nextManifest(rebuilt, stamps))
  const state = {
    ...basisOf(rebuilt),
    ...changeOf(rebuilt, syncId),
    syncId,
    manifest: { key: manifest.key, versionId: manifest.versionId },
    records: comparison.records.size + comparison.settledCount,
    committedAt: now(),
  }
  return { dataset, state, changedModels: changedModels(comparison, writes, stamps), shownAt: stamps.latest() }
}

/** Every run writes something, however late it comes to it. */
const timeUntil = (now: () => number, stopAt: number): (() => boolean) => {
  let begun = false
  return () => {
    if (begun && now() >= stopAt) return false
    begun = true
    return true
  }
}

/**
 * Writes what every rebuilt dataset makes differ: the plan first, then the records, one model after the other, then the manifests; of a plan that was begun,
 * only what is not written yet. Nothing is committed here. When time is up, it notes how far it came. `progress` is what to note if
 * something that comes behind it must be put off.
 */
export const applyRebuilt = async (
  ports: SyncPorts,
  session: StateSession,
  run: Run,
  planned: PlannedWrites,
  begun?: Progress,
): Promise<{ readonly applied: readonly Applied[]; readonly progress: Progress } | 'put-off'> => {
  const { integrationId, stopAt } = run
  const ids = idTable(concatBytes(planned.writes.map((each) => each.ids.bytes)))
  if (!begun && ids.size > 0) await beginPlan(ports, session, run, planned)
  const { written, moments } = begun ?? noProgress(ids.size)
  const stamps = stampTable(ids, moments)
  const mayGoOn = timeUntil(ports.now, stopAt)
  const room = {
    ports,
    session,
    integrationId,
    belongingsOf: belongingsOf({ ports, session, integrationId }, planned.datasets),
  }
  let before = 0
  for (const each of planned.writes) {
    const from = Math.min(Math.max(0, written - before), each.ids.size)
    const to = await writeModel({ ...room, comparison: each.rebuilt.comparison, stamps }, each, from, mayGoOn)
    if (to < each.ids.size) {
      await putOff(ports, session, run, { written: before + to, moments })
      return 'put-off'
    }
    before += to
  }
  const applied: Applied[] = []
  for (const rebuilt of planned.datasets) {
    const writes = planned.writes.filter((each) => each.rebuilt === rebuilt)
    applied.push(await apply(ports, run, rebuilt, writes, stamps))
  }
  return { applied, progress: { written: before, moments } }
}
