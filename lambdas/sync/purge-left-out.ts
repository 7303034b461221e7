import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPage, RecordPosition, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { emptiedBody } from '#core/records/emptied.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { Emptied } from './empty-off-points.ts'
import type { LeftOut } from './left-out.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { spaceOf } from './write-records.ts'

const pageSize = 500

const people: ModelId = datasetTraits.employees.model
const dependants: readonly ModelId[] = datasets
  .filter((dataset) => requiredFields[dataset].includes('employee.remote_id'))
  .map((dataset) => datasetTraits[dataset].model)

type Room = {
  readonly ports: SyncPorts
  readonly session: StateSession
  readonly integrationId: string
}

type Change = (model: ModelId, body: JsonObject, record: StoredRecord) => JsonObject

/** Rewrites what is left of removed records, page by page; answers when the feed shows it. */
const rewrite = async (
  { ports: { records }, session }: Room,
  space: RecordSpace,
  pageFrom: (from: RecordPosition | undefined) => Promise<RecordPage>,
  change: Change,
): Promise<number> => {
  let shownAt = 0
  let from: RecordPosition | undefined
  do {
    const page = await pageFrom(from)
    const puts = page.records.flatMap((record): RecordPut[] => {
      if (record.deletedAt === null) return []
      const held = storedBody(record)
      const body = JSON.stringify(change(space.model, held, record))
      const { id, remoteId, deletedAt, employeeId } = record
      return body === JSON.stringify(held)
        ? []
        : [{ id, remoteId, body, employeeId, deletedAt, changedAt: 'stamp', feedAt: 'stamp' }]
    })
    if (puts.length > 0)
      for (const stamp of (await records.write(space, puts, await session.extend())).values())
        shownAt = Math.max(shownAt, stamp)
    from = page.next
  } while (from)
  return shownAt
}

const spaceIn = ({ session, integrationId }: Room, model: ModelId): RecordSpace =>
  spaceOf(integrationId, model, session.state().generations[model])

/** Empties people; answers them all, those included who were removed before the filter was what it is. */
const emptyPeople = async (room: Room, { ids, leavesOut }: LeftOut) => {
  const space = spaceIn(room, people)
  const gone = new Set(ids)
  const shownAt = await rewrite(
    room,
    space,
    (from) => room.ports.records.list(space, from, { records: pageSize }),
    (model, body, record) => {
      if (!gone.has(record.id) && !leavesOut?.(record)) return body
      gone.add(record.id)
      return emptiedBody(model, body)
    },
  )
  return { gone, shownAt }
}

/** Others who were removed may still show them as their manager. */
const forgetManagers = (room: Room, gone: ReadonlySet<string>): Promise<number> => {
  const space = spaceIn(room, people)
  return rewrite(
    room,
    space,
    (from) => room.ports.records.list(space, from, { records: pageSize }),
    (_, body) => (gone.has(String(body.manager_id)) ? { ...body, manager_id: null, manager: null } : body),
  )
}

const emptyDependants = async (room: Room, model: ModelId, gone: ReadonlySet<string>): Promise<number> => {
  const space = spaceIn(room, model)
  let shownAt = 0
  for (const id of gone) {
    const pageFrom = (from: RecordPosition | undefined) =>
      room.ports.records.listByEmployee(space, id, from, { records: pageSize })
    shownAt = Math.max(shownAt, await rewrite(room, space, pageFrom, emptiedBody))
  }
  return shownAt
}

/** Takes the contents away from whom the filter leaves out, and from what belongs to them: at once, not in two weeks. */
export const purgeLeftOut = async (
  ports: SyncPorts,
  session: StateSession,
  integrationId: string,
  rebuilt: readonly Pick<RebuiltDataset, 'leftOut'>[],
): Promise<Emptied> => {
  const room = { ports, session, integrationId }
  const leftOut = rebuilt.map((each) => each.leftOut).find((each) => each !== undefined)
  if (!leftOut || (leftOut.ids.size === 0 && !leftOut.leavesOut)) return { models: [], shownAt: 0 }
  const { gone, shownAt } = await emptyPeople(room, leftOut)
  const shown = new Map([[people, Math.max(shownAt, await forgetManagers(room, gone))]])
  for (const model of dependants)
    if (session.state().generations[model]) shown.set(model, await emptyDependants(room, model, gone))
  const models = modelIds.filter((model) => (shown.get(model) ?? 0) > 0)
  return { models, shownAt: Math.max(...shown.values()) }
}
