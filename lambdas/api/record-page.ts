import * as v from 'valibot'
import { type CursorScope, readCursor, writeCursor } from '#core/api/cursor.ts'
import type { RecordsQuery } from '#core/api/endpoints/records.ts'
import type { IntegrationState } from '#core/control/state.ts'
import type { RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { cellAt, isCalled, searchWords, statusFields } from '#core/records/explored.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { idsOfRemoteIds } from './ids-of-remote-ids.ts'
import type { ApiPorts } from './ports.ts'
import { type Place, PlaceSchema, type Walk, walkAll, walkChanges, walkOfEmployee } from './walk.ts'

type Ports = Pick<ApiPorts, 'control' | 'records' | 'system'>

/** What one answer may read, whoever is looked for: records, characters of them, and for how long. */
const most = { records: 5_000, characters: 12_000_000, milliseconds: 5_000 }
/** A walk that keeps few of what it reads reads so many at a time. */
const stretch = 500

export type FoundRecord = { readonly record: StoredRecord; readonly body: JsonObject }
export type RecordPage = {
  readonly found: readonly FoundRecord[]
  readonly searched: number
  readonly next: string | null
}

type Keeps = (record: StoredRecord, body: JsonObject) => boolean

const isInGroup = ({ groups }: JsonObject, id: string): boolean =>
  Array.isArray(groups) && groups.some((group: JsonObject) => group.id === id)

/** What a query asks of each record, beside the words of its search. */
const filterOf =
  (query: RecordsQuery, { model }: RecordSpace): Keeps =>
  ({ deletedAt, changedAt, employeeId }, body) => {
    const { deleted, statuses, group_id: group, changed_since: since, employee_id: owner } = query
    if (deleted !== 'with' && (deletedAt !== null) !== (deleted === 'only')) return false
    if (since !== undefined && changedAt < since) return false
    if (owner !== undefined && employeeId !== owner) return false
    if (group !== undefined && !isInGroup(body, group)) return false
    return !statuses || statuses.includes(String(cellAt(body, statusFields[model] ?? '')))
  }

/** The records that a search names exactly, by an id: they are found at once, however many there are. */
const namedExactly = async (
  ports: Ports,
  state: IntegrationState,
  space: RecordSpace,
  { search }: RecordsQuery,
): Promise<readonly FoundRecord[]> => {
  if (search === '') return []
  const { integrationId, model } = space
  const { ids } = await idsOfRemoteIds(ports, state, { integrationId, model, remoteIds: [search] })
  const stored = await ports.records.get(space, [...new Set([search, ...ids])])
  return stored
    .filter(({ id, remoteId }) => id === search || remoteId === search)
    .map((record) => ({ record, body: storedBody(record) }))
}

const walkOf = ({ records, system }: Ports, space: RecordSpace, query: RecordsQuery): Walk => {
  if (query.employee_id !== undefined) return walkOfEmployee(records, space, query.employee_id)
  if (query.changed_since !== undefined) return walkChanges(records, space, query.changed_since, system.clock())
  return walkAll(records, space)
}

type Walked = { readonly found: readonly FoundRecord[]; readonly searched: number; readonly next: Place | undefined }

/** Walks until enough is found, or so much was read that somebody is to say whether to go on. */
const walkOn = async (
  walk: Walk,
  keeps: Keeps,
  from: Place | undefined,
  { wanted, isSelective, clock }: { readonly wanted: number; readonly isSelective: boolean; readonly clock: Clock },
): Promise<Walked> => {
  const found: FoundRecord[] = []
  const stopAt = clock() + most.milliseconds
  let [searched, characters] = [0, 0]
  let next = from
  do {
    const { records, behind, next: onward } = await walk(next, isSelective ? stretch : wanted - found.length)
    for (const [index, record] of records.entries()) {
      searched += 1
      characters += record.body.length
      const body = storedBody(record)
      if (!keeps(record, body)) continue
      found.push({ record, body })
      const isLast = index === records.length - 1
      if (found.length === wanted) return { found, searched, next: isLast ? onward : behind(record) }
    }
    next = onward
  } while (next && searched < most.records && characters < most.characters && clock() < stopAt)
  return { found, searched, next }
}

/** Where a page goes on, and which records its search found by their ids already. */
const PositionSchema = v.object({ place: PlaceSchema, shown: v.array(v.string()) })

const scopeOf = (space: RecordSpace, query: RecordsQuery): CursorScope => {
  const { cursor: _, page_size: __, columns: ___, ...filters } = query
  return { integrationId: space.integrationId, endpoint: `records ${space.model}`, filters }
}

/** A page of records; what reading it costs has a bound, so that one with few results, or none, need not be the last. Undefined for a cursor of another list. */
export const readRecordPage = async (
  ports: Ports,
  state: IntegrationState,
  space: RecordSpace,
  query: RecordsQuery,
): Promise<RecordPage | undefined> => {
  const scope = scopeOf(space, query)
  const begun = query.cursor === '' ? undefined : readCursor(ports.system, scope, query.cursor, PositionSchema)
  if (query.cursor !== '' && !begun) return undefined
  const filter = filterOf(query, space)
  const exact = begun ? [] : await namedExactly(ports, state, space, query)
  const first = exact.filter(({ record, body }) => filter(record, body))
  const shown = new Set(begun?.shown ?? first.map(({ record }) => record.id))
  const words = searchWords(query.search)
  const keeps: Keeps = (record, body) =>
    !shown.has(record.id) && filter(record, body) && isCalled(space.model, record, body, words)
  const isPlain = words.length === 0 && !query.statuses && query.group_id === undefined && query.deleted !== 'only'
  const looking = { wanted: query.page_size, isSelective: !isPlain, clock: ports.system.clock }
  const { found, searched, next } = await walkOn(walkOf(ports, space, query), keeps, begun?.place, looking)
  return {
    found: [...first, ...found],
    searched: searched + exact.length,
    next: next ? writeCursor(ports.system, scope, { place: next, shown: [...shown] }) : null,
  }
}
