import { fileOrder } from '#core/control/file.ts'
import type { DatasetState } from '#core/control/state.ts'
import { manifestKey } from '#core/files/archive-keys.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import { idTable } from '#core/sync/id-table.ts'
import { noProgress, type Progress, type Stamps, stampTable } from '#core/sync/stamp-table.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'
import { changedModels } from './changed-models.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { employmentsOf } from './employments-of.ts'
import { writeManifest } from './manifest-file.ts'
import { manifestDiffers, nextManifest } from './next-manifest.ts'
import { beginPlan, putOff, type Run } from './pending-plan.ts'
import type { DatasetWrite, PlannedWrites } from './plan-writes.ts'
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

/** What a later sync compares with to find out whether anything is to be built anew. */
const basisOf = ({ file, files, mappingVersion, configuration, employeeSet, dueAt }: RebuiltDataset) => ({
  fileId: file.id,
  fileName: file.name,
  fileOrder: fileOrder(file),
  files: files.map(({ id }) => id),
  mappingVersion,
  configuration,
  employeeSet,
  ...(dueAt === null ? {} : { dueAt }),
})

const apply = async (
  { archive, now }: SyncPorts,
  { integrationId, syncId }: Run,
  { rebuilt, models }: DatasetWrite,
  stamps: Stamps,
): Promise<Applied> => {
  const { dataset, committed, comparison } = rebuilt
  const manifest =
    committed && !manifestDiffers(rebuilt, models.length > 0)
      ? committed.manifest
      : await writeManifest(archive, manifestKey(integrationId, dataset, syncId), nextManifest(rebuilt, stamps))
  const state = {
    ...basisOf(rebuilt),
    syncId,
    manifest: { key: manifest.key, versionId: manifest.versionId },
    records: comparison.records.size + comparison.settledCount,
    committedAt: now(),
  }
  return { dataset, state, changedModels: changedModels(comparison, models, stamps), shownAt: stamps.latest() }
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
 * Writes the difference of every rebuilt dataset: the plan first, then the records, then the manifests; of a plan that was begun,
 * only what is not written yet. Nothing is committed here. When time is up, it notes how far it came.
 */
export const applyRebuilt = async (
  ports: SyncPorts,
  session: StateSession,
  run: Run,
  planned: PlannedWrites,
  begun?: Progress,
): Promise<readonly Applied[] | 'put-off'> => {
  const { integrationId, stopAt } = run
  const ids = idTable(concatBytes(planned.datasets.flatMap(({ models }) => models.map((each) => each.ids.bytes))))
  if (!begun && ids.size > 0) await beginPlan(ports, session, run, planned)
  const { written, moments } = begun ?? noProgress(ids.size)
  const stamps = stampTable(ids, moments)
  const mayGoOn = timeUntil(ports.now, stopAt)
  const rebuilt = planned.datasets.map((each) => each.rebuilt)
  const room = {
    ports,
    session,
    integrationId,
    employmentsOf: employmentsOf({ ports, session, integrationId }, rebuilt),
  }
  const applied: Applied[] = []
  let before = 0
  for (const each of planned.datasets) {
    const context = { ...room, comparison: each.rebuilt.comparison, stamps }
    for (const model of each.models) {
      const from = Math.min(Math.max(0, written - before), model.ids.size)
      const to = await writeModel(context, model, from, mayGoOn)
      if (to < model.ids.size) {
        await putOff(ports, session, run, { written: before + to, moments })
        return 'put-off'
      }
      before += to
    }
    applied.push(await apply(ports, run, each, stamps))
  }
  return applied
}
