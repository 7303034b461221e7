import { fileOrder } from '#core/control/file.ts'
import { recordsPerShard, shardsFor } from '#core/control/generations.ts'
import type { DatasetState, Generation, IntegrationState } from '#core/control/state.ts'
import { manifestKey, planKey } from '#core/files/archive-keys.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { Comparison } from '#core/sync/compare.ts'
import type { ManifestContents } from '#core/sync/encode-manifest.ts'
import { changedRecords, livesOn, livingIds, settledIndexes } from '#core/sync/living.ts'
import type { Plan } from '#core/sync/plan.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'
import { changedModels, shownAt } from './changed-models.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { employmentsOf } from './employments-of.ts'
import { writeManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { type ModelWrite, type Stamps, writeModel } from './write-records.ts'

/** Ids of each model that an unfinished plan may have written. */
export type UnknownIds = ReadonlyMap<ModelId, readonly string[]>

type DatasetWrite = { readonly rebuilt: RebuiltDataset; readonly models: readonly ModelWrite[] }

const modelsOf = ({ dataset }: RebuiltDataset): readonly ModelId[] => {
  const { model, derived } = datasetTraits[dataset]
  return modelIds.filter((id) => id === model || derived.includes(id))
}

/** What a dataset must write, in the order that embedding demands. Unknown ids that it has no use for are removed. */
const writesOf = (rebuilt: RebuiltDataset, unknown: UnknownIds): DatasetWrite => {
  const { removed } = rebuilt.comparison
  const models = modelsOf(rebuilt).map((model) => ({
    model,
    changed: [...changedRecords(rebuilt.comparison, model)],
    removedIds: [
      ...new Set([
        ...removed.filter((row) => row.model === model).map(({ id }) => id),
        ...(unknown.get(model) ?? []).filter((id) => !livesOn(rebuilt.comparison, id)),
      ]),
    ],
  }))
  return { rebuilt, models: models.filter(({ changed, removedIds }) => changed.length + removedIds.length > 0) }
}

/** Unknown ids of datasets that this sync does not rebuild: they stay unknown. */
export const leftUnknown = (unknown: UnknownIds, rebuilt: readonly RebuiltDataset[]): UnknownIds => {
  const covered = new Set(rebuilt.flatMap(modelsOf))
  return new Map([...unknown].filter(([model]) => !covered.has(model)))
}

const planOf = (syncId: string, writes: readonly DatasetWrite[], left: UnknownIds): Plan => ({
  format: 1,
  syncId,
  inputs: writes.map(({ rebuilt }) => ({
    dataset: rebuilt.dataset,
    fileId: rebuilt.file.id,
    mappingVersion: rebuilt.mappingVersion,
  })),
  writes: [
    ...writes.flatMap(({ models }) =>
      models.map(({ model, changed, removedIds }) => ({
        model,
        ids: [...changed.map(({ next }) => next.id), ...removedIds],
      })),
    ),
    ...[...left].map(([model, ids]) => ({ model, ids: [...ids] })),
  ],
})

const countOf = (comparison: Comparison, model: ModelId): number =>
  livingIds(comparison, model).reduce((sum) => sum + 1, 0)

/** A new model gets as many shards as its first file asks for. */
const firstGeneration = (comparison: Comparison, model: ModelId, perShard = recordsPerShard): Generation => ({
  generation: 1,
  shards: shardsFor(countOf(comparison, model), perShard),
})

/** How many records each model has by now: one that has grown too much is moved to more shards. */
export const withRows = (
  generations: IntegrationState['generations'],
  rebuilt: readonly RebuiltDataset[],
): IntegrationState['generations'] => {
  const counted = rebuilt.flatMap((each) =>
    modelsOf(each).flatMap((model) => {
      const generation = generations[model]
      return generation ? [[model, { ...generation, rows: countOf(each.comparison, model) }] as const] : []
    }),
  )
  return { ...generations, ...Object.fromEntries(counted) }
}

const storePlan = async (
  { archive, recordsPerShard: perShard }: SyncPorts,
  session: StateSession,
  key: string,
  plan: Plan,
  writes: readonly DatasetWrite[],
): Promise<void> => {
  const { versionId } = await archive.put(key, new TextEncoder().encode(JSON.stringify(plan)))
  const { generations } = session.state()
  const chosen = writes.flatMap(({ rebuilt, models }) =>
    models
      .filter(({ model }) => generations[model] === undefined)
      .map(({ model }) => [model, firstGeneration(rebuilt.comparison, model, perShard)] as const),
  )
  await session.save((state) => ({
    ...state,
    pending: { key, versionId },
    generations: { ...Object.fromEntries(chosen), ...state.generations },
  }))
}

/** A row that stays as committed, while what it mentions says something new of itself, must be parsed again next time. */
const forgetting = ({ base, restated }: Comparison): ((index: number) => boolean) => {
  if (restated.size === 0) return () => false
  return (index) => {
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) if (restated.has(base.target(i))) return true
    return false
  }
}

const manifestOf = ({ comparison, reading }: RebuiltDataset, stamps: Stamps): ManifestContents => {
  const { base, records } = comparison
  // Marks mean nothing to whoever reads otherwise.
  const foreign = base.head.reading !== reading
  const forgets = forgetting(comparison)
  const added = [...records.values()].map(({ next, base: committed, given, absentSince }) => {
    const { changedAt, feedAt } = stamps.get(next.id) ?? {
      changedAt: committed?.changedAt ?? 0,
      feedAt: committed?.feedAt ?? 0,
    }
    const forgotten = !given && (foreign || forgets(base.find(next.id)))
    return { ...next, marks: forgotten ? null : next.marks, changedAt, feedAt, absentSince }
  })
  return { reading, base, carried: settledIndexes(comparison), forgets, added }
}

/** Parsing so many rows again, next time and every time, costs more than a new manifest. */
const worthRemembering = 0.01

const learnsEnough = ({ records, settledCount }: Comparison): boolean => {
  let learned = 0
  for (const { next, base } of records.values()) {
    const { marks } = next
    if (marks && (marks.raw !== base?.marks?.raw || marks.used !== base.marks.used)) learned += 1
  }
  return learned > worthRemembering * (records.size + settledCount)
}

/** A manifest that would say the same as the committed one is not written again. */
const manifestDiffers = ({ committed, comparison }: RebuiltDataset, written: boolean): boolean =>
  !committed ||
  written ||
  comparison.removed.length > 0 ||
  [...comparison.records.values()].some(({ base, absentSince }) => (base?.absentSince ?? null) !== absentSince) ||
  learnsEnough(comparison)

/** What the commit must point to, and what it must tell of the writes that led to it. */
type Applied = {
  readonly dataset: RebuiltDataset['dataset']
  readonly state: DatasetState
  readonly changedModels: readonly ChangedModel[]
  /** When the feed shows everything that was written, epoch ms. */
  readonly shownAt: number
}

/** Datasets are written in the order of their models, so that what is embedded is there before what embeds it. */
const embeddedFirst = (a: DatasetWrite, b: DatasetWrite): number => {
  const [one, other] = [a, b].map(({ rebuilt }) => modelIds.indexOf(datasetTraits[rebuilt.dataset].model))
  return (one ?? 0) - (other ?? 0)
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

/**
 * Writes the difference of every rebuilt dataset: the plan first, then the records, then the manifests.
 * Nothing is committed here.
 */
export const applyRebuilt = async (
  ports: SyncPorts,
  session: StateSession,
  run: { readonly integrationId: string; readonly syncId: string; readonly unknown: UnknownIds },
  rebuilt: readonly RebuiltDataset[],
): Promise<readonly Applied[]> => {
  const { integrationId, syncId, unknown } = run
  const writes = rebuilt.map((each) => writesOf(each, unknown)).toSorted(embeddedFirst)
  if (writes.some(({ models }) => models.length > 0)) {
    const plan = planOf(syncId, writes, leftUnknown(unknown, rebuilt))
    await storePlan(ports, session, planKey(integrationId, syncId), plan, writes)
  }
  const room = {
    ports,
    session,
    integrationId,
    employmentsOf: employmentsOf({ ports, session, integrationId }, rebuilt),
  }
  const applied: Applied[] = []
  for (const { rebuilt: each, models } of writes) {
    const { dataset, committed, comparison } = each
    const stamps: Stamps = new Map()
    for (const model of models) await writeModel({ ...room, comparison, stamps }, model)
    const manifest =
      committed && !manifestDiffers(each, models.length > 0)
        ? committed.manifest
        : await writeManifest(ports.archive, manifestKey(integrationId, dataset, syncId), manifestOf(each, stamps))
    const state = {
      ...basisOf(each),
      syncId,
      manifest: { key: manifest.key, versionId: manifest.versionId },
      records: comparison.records.size + comparison.settledCount,
      committedAt: ports.now(),
    }
    const changed = changedModels(comparison, models, stamps)
    applied.push({ dataset, state, changedModels: changed, shownAt: shownAt(stamps) })
  }
  return applied
}
