import { updateDocument } from '#core/control/documents.ts'
import { type HeldDecision, HeldDecisionSchema, keyOfDecision, openDecisions } from '#core/control/held-decision.ts'
import type { DatasetState, IntegrationState } from '#core/control/state.ts'
import { manifestKey } from '#core/files/archive-keys.ts'
import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import { idTableOf } from '#core/sync/id-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { type Concerned, concernedRows, manifestWithout, rowsOf } from '#core/sync/manifest-without.ts'
import { readManifest, writeManifest } from '../sync/manifest-file.ts'
import { leaveUnknown } from '../sync/pending-plan.ts'
import { plannedIds } from '../sync/plan-file.ts'
import { spacesOf } from './erase-records.ts'
import type { Progress, Removing } from './ports.ts'

type Pointer = DatasetState['manifest']
type People = ReadonlySet<string>
type Opened = { readonly dataset: Dataset; readonly base: ManifestTable; readonly concerned: Concerned }

/** So many records are asked for at a time. */
const slice = 100

const storedMoments = async ({ ports, session, integrationId }: Removing, dataset: Dataset, ids: readonly string[]) => {
  const { model } = datasetTraits[dataset]
  const [space] = spacesOf(session.state(), integrationId, model)
  const moments = new Map<string, { readonly changedAt: number; readonly feedAt: number }>()
  for (let start = 0; space && start < ids.length; start += slice)
    for (const record of await ports.records.get(space, ids.slice(start, start + slice))) moments.set(record.id, record)
  return moments
}

const open = async ({ ports }: Removing, dataset: Dataset, pointer: Pointer, people: People): Promise<Opened> => {
  const base = await readManifest(ports.archive, pointer, dataset)
  return { dataset, base, concerned: concernedRows(base, people) }
}

/** Stores a manifest without the people, if it has anything of them; answers where it lies. */
const rewrite = async (removing: Removing, { dataset, base, concerned }: Opened, people: People, name: string) => {
  const { ports, integrationId, receiptId } = removing
  if (concerned.gone.size + concerned.mentioning.size === 0) return undefined
  const mentioning = [...concerned.mentioning].map((index) => base.id(index))
  const stored = await storedMoments(removing, dataset, mentioning)
  const key = manifestKey(integrationId, dataset, `${receiptId}-${name}`)
  const { versionId } = await writeManifest(ports.archive, key, manifestWithout(base, people, concerned, stored))
  return { key, versionId, rows: base.size - concerned.gone.size }
}

/** Records that came into being by being mentioned by the people alone: those that another dataset has too, and those that nobody has. */
const unmentioned = (opened: readonly Opened[]) => {
  const shared = new Map<ModelId, string[]>()
  const orphaned = new Map<ModelId, string[]>()
  for (const { dataset, base, concerned } of opened)
    for (const { id, model } of rowsOf(base, concerned.gone)) {
      if (model === datasetTraits[dataset].model) continue
      const isShared = opened.some((other) => {
        const index = other.dataset === dataset ? -1 : other.base.find(id)
        return index >= 0 && !other.concerned.gone.has(index)
      })
      const into = isShared ? shared : orphaned
      into.set(model, [...(into.get(model) ?? []), id])
    }
  return { shared, orphaned }
}

const removeOrphans = async (removing: Removing, orphaned: ReadonlyMap<ModelId, readonly string[]>) => {
  const { ports, session, integrationId } = removing
  for (const [model, ids] of orphaned)
    for (const space of spacesOf(session.state(), integrationId, model))
      await ports.records.remove(space, ids, await session.extend())
}

/** What nobody knows to be stored as its manifest says: what an unfinished plan names, and what others have to tell of from now on. */
const stillUnknown = async (
  { ports, session }: Removing,
  gone: ReadonlySet<string>,
  shared: ReadonlyMap<ModelId, readonly string[]>,
) => {
  const planned = await plannedIds(ports.archive, session.state())
  return new Map(
    modelIds.flatMap((model) => {
      const ids = [...(planned.get(model) ?? []), ...(shared.get(model) ?? [])].filter((id) => !gone.has(id))
      return ids.length > 0 ? [[model, idTableOf(ids)] as const] : []
    }),
  )
}

type Moved = ReadonlyMap<Dataset, { readonly key: string; readonly versionId: string; readonly rows: number }>

const withPointers = (
  states: IntegrationState['datasets'],
  moved: Moved,
  earlier: ReadonlyMap<Dataset, Pointer>,
): IntegrationState['datasets'] =>
  Object.fromEntries(
    datasets.flatMap((dataset) => {
      const state = states[dataset]
      if (!state) return []
      const pointer = moved.get(dataset)
      const before = earlier.get(dataset)
      const { change } = state
      const changed =
        change?.before && before ? { change: { ...change, before: { ...change.before, manifest: before } } } : {}
      const own = pointer ? { manifest: { key: pointer.key, versionId: pointer.versionId }, records: pointer.rows } : {}
      return [[dataset, { ...state, ...own, ...changed }] as const]
    }),
  )

/** Of what a rollback would go back to. */
const earlierPointers = async (removing: Removing, people: People): Promise<ReadonlyMap<Dataset, Pointer>> => {
  const found = new Map<Dataset, Pointer>()
  const states = removing.session.state().datasets
  for (const dataset of datasets) {
    const before = states[dataset]?.change?.before
    if (!before) continue
    const written = await rewrite(removing, await open(removing, dataset, before.manifest, people), people, 'before')
    if (written) found.set(dataset, { key: written.key, versionId: written.versionId })
  }
  return found
}

const eraseFromDecision = async (removing: Removing, decision: HeldDecision, people: People): Promise<void> => {
  const { ports } = removing
  const opened = await open(removing, decision.dataset, decision.manifest, people)
  const written = await rewrite(removing, opened, people, decision.id)
  await updateDocument(ports.control, keyOfDecision(decision), HeldDecisionSchema, (each) => ({
    ...each,
    ids: each.ids === null ? null : each.ids.filter((id) => !people.has(id)),
    manifest: written ? { key: written.key, versionId: written.versionId } : each.manifest,
  }))
}

/**
 * Takes people out of what is committed. A plan that is not finished is given up: what it names counts as unknown from now on, the people
 * excepted. One update of the state moves all pointers.
 */
export const eraseFromManifests = async (removing: Removing, ids: readonly string[]): Promise<Progress> => {
  const { ports, session, integrationId, receiptId } = removing
  const people = new Set(ids)
  for (const decision of await openDecisions(ports.control, integrationId))
    await eraseFromDecision(removing, decision, people)
  const earlier = await earlierPointers(removing, people)
  const opened: Opened[] = []
  for (const dataset of datasets) {
    const pointer = session.state().datasets[dataset]?.manifest
    if (pointer) opened.push(await open(removing, dataset, pointer, people))
  }
  const { shared, orphaned } = unmentioned(opened)
  await removeOrphans(removing, orphaned)
  const moved = new Map<Dataset, { readonly key: string; readonly versionId: string; readonly rows: number }>()
  for (const each of opened) {
    const written = await rewrite(removing, each, people, 'now')
    if (written) moved.set(each.dataset, written)
  }
  const gone = opened.flatMap(({ base, concerned }) => rowsOf(base, concerned.gone).map(({ id }) => id))
  const taken = new Set([...gone, ...people]).difference(new Set([...shared.values()].flat()))
  const unknown = await stillUnknown(removing, taken, shared)
  const pending = await leaveUnknown(ports, { integrationId, syncId: receiptId }, unknown)
  await session.save((state) => ({ ...state, pending, datasets: withPointers(state.datasets, moved, earlier) }))
  return 'done'
}
