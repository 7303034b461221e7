import { isoTime } from '#core/api/iso-time.ts'
import type { Generation } from '#core/control/state.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Moment, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import {
  type Belongings,
  type Embeds,
  embedOf,
  noBelongings,
  type Reference,
  withBelongings,
  withReferences,
} from '#core/records/render.ts'
import { storedEmbed } from '#core/records/stored-embed.ts'
import type { ComparedRecord, Comparison } from '#core/sync/compare.ts'
import { livingRecord } from '#core/sync/living.ts'
import type { Stamps } from '#core/sync/stamp-table.ts'
import type { ModelWrite } from './plan-writes.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

export type WriteContext = {
  readonly ports: SyncPorts
  readonly session: StateSession
  readonly integrationId: string
  /** Holds every record of the dataset that lives on, for what records show of each other. */
  readonly comparison: Comparison
  /** Filled while writing. */
  readonly stamps: Stamps
  readonly belongingsOf: BelongingsOf
}

/** What employees show of the records that belong to them, by the employee's id. */
export type BelongingsOf = (employeeIds: readonly string[]) => Promise<ReadonlyMap<string, Belongings>>

/** So many records are rendered and written at a time: between two slices the lease is extended. */
const sliceSize = 1_000

const objectOf = (json: string): JsonObject => JSON.parse(json)

export const spaceOf = (integrationId: string, model: ModelId, generation: Generation | undefined): RecordSpace => ({
  integrationId,
  model,
  generation: generation?.generation ?? 1,
  shards: generation?.shards ?? 1,
  spreads: generation?.spreads,
})

const space = ({ integrationId, session }: WriteContext, model: ModelId): RecordSpace =>
  spaceOf(integrationId, model, session.state().generations[model])

const storedBodies = async (
  context: WriteContext,
  model: ModelId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredRecord>> => {
  if (ids.length === 0) return new Map()
  const stored = await context.ports.records.get(space(context, model), ids)
  return new Map(stored.map((record) => [record.id, record]))
}

/** What the referenced records show of themselves: as just built, or as stored where the file does not give them. */
const embedsFor = async (context: WriteContext, references: readonly Reference[]): Promise<Embeds> => {
  const ids = [...new Set(references.map(({ id }) => id))]
  const given = await context.comparison.built.read(ids)
  const embeds = new Map<string, JsonObject>()
  const stored = new Map<ModelId, string[]>()
  for (const id of ids) {
    const target = livingRecord(context.comparison, id)
    if (!target) continue
    const { next, base } = target
    const isShared = context.comparison.others.models.includes(next.model)
    // What several datasets tell of is written by now, by the one that decides.
    const text = target.given && !isShared ? given.get(id) : undefined
    const changedAt = context.stamps.get(id)?.changedAt ?? base?.changedAt ?? 0
    const shown = { id, remote_id: next.remoteId, changed_at: isoTime(changedAt), remote_deleted_at: null }
    if (text === undefined) stored.set(next.model, [...(stored.get(next.model) ?? []), id])
    else embeds.set(id, embedOf(next.model, { ...objectOf(text), ...shown }))
  }
  for (const [model, storedIds] of stored)
    for (const [id, record] of await storedBodies(context, model, storedIds)) embeds.set(id, storedEmbed(model, record))
  return embeds
}

type Moments = { readonly changedAt: number; readonly feedAt: number }

/** What is stored may be younger than its row: something was turned off and emptied since. Moments never go back. */
const momentsOf = (
  { difference, base }: ComparedRecord,
  stored: Moments | undefined,
): { readonly changedAt: Moment; readonly feedAt: Moment } => {
  if (!base || difference === 'created' || difference === 'changed') return { changedAt: 'stamp', feedAt: 'stamp' }
  const latest = (moment: keyof Moments): number => Math.max(base[moment], stored?.[moment] ?? 0)
  return { changedAt: latest('changedAt'), feedAt: difference === 'touched' ? 'stamp' : latest('feedAt') }
}

/** Builds the writes of living records: from the file, or from what is stored for those the file says nothing about. */
const livingPuts = async (
  context: WriteContext,
  model: ModelId,
  ids: readonly string[],
): Promise<readonly RecordPut[]> => {
  const records = ids.map((id) => context.comparison.records.get(id)).filter((record) => record !== undefined)
  const embeds = await embedsFor(
    context,
    records.flatMap(({ next }) => next.references),
  )
  const idsWhere = (given: boolean) => records.filter((each) => each.given === given).map(({ next }) => next.id)
  const built = await context.comparison.built.read(idsWhere(true))
  const kept = await storedBodies(context, model, idsWhere(false))
  const belongings = model === 'hris_employees' && (await context.belongingsOf(records.map(({ next }) => next.id)))
  return records.flatMap((record) => {
    const { next } = record
    const json = built.get(next.id) ?? kept.get(next.id)?.body
    if (json === undefined) return []
    const own = { id: next.id, remote_id: next.remoteId, ...objectOf(json) }
    const shown = withReferences(model, own, next.references, embeds)
    return [
      {
        id: next.id,
        remoteId: next.remoteId,
        body: JSON.stringify(belongings ? withBelongings(shown, belongings.get(next.id) ?? noBelongings) : shown),
        deletedAt: null,
        employeeId: next.references.find(({ role }) => role === 'employee')?.id,
        ...momentsOf(record, kept.get(next.id)),
      },
    ]
  })
}

/** Marks stored records as removed, keeping what they hold; what was never stored needs no mark. */
const removalPuts = async (
  context: WriteContext,
  model: ModelId,
  ids: readonly string[],
): Promise<readonly RecordPut[]> => {
  const stored = await storedBodies(context, model, ids)
  return [...stored.values()].map(({ id, remoteId, body, employeeId }) => ({
    id,
    remoteId,
    body,
    employeeId,
    changedAt: 'stamp',
    feedAt: 'stamp',
    deletedAt: 'stamp',
  }))
}

const write = async (context: WriteContext, model: ModelId, puts: readonly RecordPut[]): Promise<void> => {
  if (puts.length === 0) return
  const until = await context.session.extend()
  const stamps = await context.ports.records.write(space(context, model), puts, until)
  for (const { id, changedAt, feedAt } of puts) {
    const stamp = stamps.get(id) ?? 0
    context.stamps.set(id, {
      changedAt: changedAt === 'stamp' ? stamp : changedAt,
      feedAt: feedAt === 'stamp' ? stamp : feedAt,
    })
  }
}

/**
 * Writes what differs of one model, all but the first `from` ids, for as long as it may. Answers how many are written by now.
 * Models that are embedded must be written before those that embed them.
 */
export const writeModel = async (
  context: WriteContext,
  { model, ids, changed }: ModelWrite,
  from: number,
  mayGoOn: () => boolean,
): Promise<number> => {
  let at = from
  while (at < ids.size && mayGoOn()) {
    const end = Math.min(at + sliceSize, at < changed ? changed : ids.size)
    const putsOf = at < changed ? livingPuts : removalPuts
    await write(context, model, await putsOf(context, model, ids.slice(at, end)))
    at = end
  }
  return at
}
