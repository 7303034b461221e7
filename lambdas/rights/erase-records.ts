import { type Receipt, updateReceipt } from '#core/control/receipt.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPage, RecordPosition, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { withoutManager } from '#core/records/without-manager.ts'
import { spaceOf } from '../sync/write-records.ts'
import type { Progress, Removing } from './ports.ts'

const pageSize = 500

const employees: ModelId = datasetTraits.employees.model
const dependants: readonly ModelId[] = datasets
  .filter((dataset) => requiredFields[dataset].includes('employee.remote_id'))
  .map((dataset) => datasetTraits[dataset].model)

/** Everywhere that records of a model lie: those that are read, those that a move has copied, those that old cursors still read. */
export const spacesOf = (
  { generations, move, retired }: Pick<IntegrationState, 'generations' | 'move' | 'retired'>,
  integrationId: string,
  model: ModelId,
): readonly RecordSpace[] => {
  const current = generations[model]
  return [
    ...(current ? [spaceOf(integrationId, model, current)] : []),
    ...(move?.model === model ? [spaceOf(integrationId, model, move.to)] : []),
    ...retired.filter((each) => each.model === model).map((each) => spaceOf(integrationId, model, each)),
  ]
}

type Most = Partial<Pick<Receipt, 'records' | 'mentions'>>

/** Counts before anything goes: after an interruption fewer are found, which does not make it fewer that went. */
const noteMost = ({ ports, receiptId }: Removing, { records = {}, mentions = 0 }: Most) =>
  updateReceipt(ports.control, receiptId, (receipt) => ({
    ...receipt,
    records: Object.fromEntries(
      modelIds.flatMap((model) => {
        const most = Math.max(receipt.records[model] ?? 0, records[model] ?? 0)
        return most > 0 ? [[model, most] as const] : []
      }),
    ),
    mentions: Math.max(receipt.mentions, mentions),
  }))

const everyPage = async function* (read: (from: RecordPosition | undefined) => Promise<RecordPage>) {
  let from: RecordPosition | undefined
  do {
    const page: RecordPage = await read(from)
    yield page
    from = page.next
  } while (from)
}

const belongingTo = async ({ ports }: Removing, space: RecordSpace, people: readonly string[]): Promise<string[]> => {
  const ids: string[] = []
  for (const id of people)
    for await (const { records } of everyPage((from) =>
      ports.records.listByEmployee(space, id, from, { records: pageSize }),
    ))
      ids.push(...records.map((record) => record.id))
  return ids
}

const eraseDependants = async (removing: Removing, people: readonly string[]): Promise<void> => {
  const { ports, session, integrationId } = removing
  for (const model of dependants)
    for (const space of spacesOf(session.state(), integrationId, model)) {
      const ids = await belongingTo(removing, space, people)
      if (ids.length === 0) continue
      await noteMost(removing, { records: { [model]: ids.length } })
      await ports.records.remove(space, ids, await session.extend())
    }
}

const unmentioned = (record: StoredRecord, people: readonly string[]): readonly RecordPut[] => {
  if (!people.some((id) => record.body.includes(id))) return []
  const before = storedBody(record)
  const body = withoutManager(before, people)
  if (body === before) return []
  const { id, remoteId, employeeId, deletedAt } = record
  return [{ id, remoteId, employeeId, deletedAt, body: JSON.stringify(body), changedAt: 'stamp', feedAt: 'stamp' }]
}

/** Nobody shows the person as their manager any more, whether they are still there or not. */
const eraseMentions = async (removing: Removing, space: RecordSpace, people: readonly string[]): Promise<boolean> => {
  const { ports, session, stopAt } = removing
  let mentions = 0
  for await (const page of everyPage((from) => ports.records.list(space, from, { records: pageSize }))) {
    const puts = page.records.flatMap((record) => (people.includes(record.id) ? [] : unmentioned(record, people)))
    mentions += puts.length
    if (puts.length === 0) continue
    await noteMost(removing, { mentions })
    await ports.records.write(space, puts, await session.extend())
    // What is done costs no write, so another run gets further.
    if (page.next && ports.now() >= stopAt) return false
  }
  return true
}

/** Takes the records of a person out for good, with all that belongs to them: as if they had never been. */
export const eraseRecords = async (removing: Removing, people: readonly string[]): Promise<Progress> => {
  const { ports, session, integrationId } = removing
  await eraseDependants(removing, people)
  for (const space of spacesOf(session.state(), integrationId, employees)) {
    if (!(await eraseMentions(removing, space, people))) return { at: 'records' }
    const own = await ports.records.get(space, people)
    if (own.length === 0) continue
    await noteMost(removing, { records: { [employees]: own.length } })
    await ports.records.remove(
      space,
      own.map(({ id }) => id),
      await session.extend(),
    )
  }
  return 'done'
}
