import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPage, RecordPosition, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { emptiedBody } from '#core/records/emptied.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { Emptied, Emptying } from './empty-off-points.ts'
import { spreadModel } from './gather-feed.ts'
import type { LeftOut } from './left-out.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'
import { spaceOf } from './write-records.ts'

const pageSize = 500
/** What belongs to so many people is asked for one by one; above it, looking through everybody's costs less. */
const fewPeople = 100

const people: ModelId = datasetTraits.employees.model
const dependants: readonly ModelId[] = datasets
  .filter((dataset) => requiredFields[dataset].includes('employee.remote_id'))
  .map((dataset) => datasetTraits[dataset].model)

type Room = { readonly ports: SyncPorts; readonly session: StateSession; readonly emptying: Emptying }
type Pages = (from: RecordPosition | undefined) => Promise<RecordPage>
type Change = (body: JsonObject, record: StoredRecord) => JsonObject

const changedPut = (record: StoredRecord, change: Change): RecordPut | undefined => {
  if (record.deletedAt === null) return undefined
  const held = storedBody(record)
  const body = JSON.stringify(change(held, record))
  const { id, remoteId, deletedAt, employeeId } = record
  if (body === JSON.stringify(held)) return undefined
  return { id, remoteId, body, employeeId, deletedAt, changedAt: 'stamp', feedAt: 'stamp' }
}

/** Rewrites what is left of removed records, page by page; answers when the feed shows it, epoch ms. What is done already costs no write. */
const rewrite = async (
  { ports: { records, now }, session, emptying }: Room,
  space: RecordSpace,
  pages: Pages,
  change: Change,
): Promise<number | 'put-off'> => {
  let shownAt = 0
  let from: RecordPosition | undefined
  do {
    const page = await pages(from)
    const puts = page.records.flatMap((record) => changedPut(record, change) ?? [])
    if (puts.length > 0)
      for (const stamp of (await records.write(space, puts, await session.extend())).values())
        shownAt = Math.max(shownAt, stamp)
    from = page.next
    if (from && puts.length > 0 && now() >= emptying.stopAt) return 'put-off'
  } while (from)
  return shownAt
}

/** The room of a model, its feed ready for many changes. */
const openSpace = async ({ ports, session, emptying }: Room, model: ModelId): Promise<RecordSpace> => {
  await spreadModel(session, model, session.state().generations[model]?.rows ?? 0, ports.now())
  return spaceOf(emptying.integrationId, model, session.state().generations[model])
}

const everyone =
  ({ ports: { records } }: Room, space: RecordSpace): Pages =>
  (from) =>
    records.list(space, from, { records: pageSize })

/** Empties people and adds to `gone` those who were removed before the filter was what it is; then nobody shows them as a manager. */
const emptyPeople = async (room: Room, gone: Set<string>, { leavesOut }: LeftOut): Promise<number | 'put-off'> => {
  const space = await openSpace(room, people)
  const emptiedAt = await rewrite(room, space, everyone(room, space), (body, record) => {
    if (!gone.has(record.id) && !leavesOut?.(record)) return body
    gone.add(record.id)
    return emptiedBody(people, body)
  })
  if (emptiedAt === 'put-off') return emptiedAt
  const forgottenAt = await rewrite(room, space, everyone(room, space), (body) =>
    gone.has(String(body.manager_id)) ? { ...body, manager_id: null, manager: null } : body,
  )
  return forgottenAt === 'put-off' ? forgottenAt : Math.max(emptiedAt, forgottenAt)
}

const emptyDependants = async (room: Room, model: ModelId, gone: ReadonlySet<string>): Promise<number | 'put-off'> => {
  const space = await openSpace(room, model)
  const ofOne = (id: string): Pages => {
    const { records } = room.ports
    return (from) => records.listByEmployee(space, id, from, { records: pageSize })
  }
  const walks = gone.size > fewPeople ? [everyone(room, space)] : [...gone].map(ofOne)
  let shownAt = 0
  for (const pages of walks) {
    const latest = await rewrite(room, space, pages, (body, { employeeId = '' }) =>
      gone.has(employeeId) ? emptiedBody(model, body) : body,
    )
    if (latest === 'put-off') return latest
    shownAt = Math.max(shownAt, latest)
  }
  return shownAt
}

type Filtered = Pick<RebuiltDataset, 'leftOut'>

/** Whom the filter leaves out of those who are stored; `undefined` when there can be nobody. */
export const leftOutBy = (rebuilt: readonly Filtered[]): LeftOut | undefined => {
  const leftOut = rebuilt.map((each) => each.leftOut).find((each) => each !== undefined)
  return leftOut && (leftOut.ids.size > 0 || leftOut.leavesOut) ? leftOut : undefined
}

/** Takes the contents away from whom the filter leaves out, and from what belongs to them: at once, not in two weeks. */
export const purgeLeftOut = async (
  ports: SyncPorts,
  session: StateSession,
  emptying: Emptying,
  rebuilt: readonly Filtered[],
): Promise<Emptied | 'put-off'> => {
  const room = { ports, session, emptying }
  const leftOut = leftOutBy(rebuilt)
  if (!leftOut) return { models: [], shownAt: 0 }
  const gone = new Set(leftOut.ids)
  const shown = new Map<ModelId, number>()
  for (const model of [people, ...dependants]) {
    if (!session.state().generations[model]) continue
    const at = model === people ? await emptyPeople(room, gone, leftOut) : await emptyDependants(room, model, gone)
    if (at === 'put-off') return at
    // A run before this one may have emptied some.
    if (at > 0 || emptying.isResumed) shown.set(model, at)
  }
  return { models: modelIds.filter((model) => shown.has(model)), shownAt: Math.max(0, ...shown.values()) }
}
