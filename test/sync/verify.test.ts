import { describe, expect, it } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { listDocuments } from '#core/control/documents.ts'
import { chorePartition } from '#core/control/keys.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordPut, StoredRecord } from '#core/ports/record-store.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const people = employeesCsv([
  '1,Ada,,B,Bern,Research,2020-01-01',
  '2,Bob,1,B,Bern,Research,2021-01-01',
  '3,Cy,1,Z,Basel,Sales,2022-01-01',
  '4,Di,3,Z,Basel,Sales,2023-01-01',
])
const absences = 'id,employee,type,start\na1,1,Vacation,2026-02-01\na2,4,Sick,2026-03-01\n'
const employments = 'employee,since,title,pay\n2,2021-01-01,Clerk,1\n2,2022-01-01,Chief,2\n3,2022-01-01,Clerk,1\n'
const timesheets = 'id,employee,date,hours\nt1,2,2026-01-01,8\nt2,3,2026-01-02,7.5\n'

const filled = async (): Promise<Workplace> => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', people))
  await work.run(await work.deliver('employments.csv', employments))
  await work.run(await work.deliver('absences.csv', absences))
  await work.run(await work.deliver('timesheets.csv', timesheets))
  return work
}

let runs = 0
const verify = (work: Workplace, ports?: SyncPorts) => {
  runs += 1
  const message: SyncMessage = { kind: 'sync', integrationId, syncId: `verify-${runs}`, reason: 'verify' }
  return work.run(message, ports)
}

const space = (model: ModelId) => ({ integrationId, model, generation: 1, shards: 1 })
const write = (work: Workplace, model: ModelId, puts: readonly RecordPut[]) =>
  work.ports.records.write(space(model), puts, Number.MAX_SAFE_INTEGER)

const modelOf = (name: string): ModelId => name.split(' ')[0] as ModelId

/** What somebody does behind the engine's back to a record, by its model and remote id. */
const tamper = async (work: Workplace, name: string, change: (record: StoredRecord) => Partial<StoredRecord>) => {
  const record = (await work.stored()).get(name)
  if (!record) throw new Error(`${name} is not stored`)
  await write(work, modelOf(name), [{ ...record, ...change(record) }])
}

const remove = async (work: Workplace, name: string) => {
  const record = (await work.stored()).get(name)
  await work.ports.records.remove(space(modelOf(name)), [record?.id ?? ''], Number.MAX_SAFE_INTEGER)
}

const replaced = (from: string, to: string) => (record: StoredRecord) => ({ body: record.body.replaceAll(from, to) })

const harms: readonly (readonly [what: string, differing: number, (work: Workplace) => Promise<void>])[] = [
  ['a record was changed', 1, (work) => tamper(work, 'hris_employees 4', replaced('Di', 'Dy'))],
  ['what a record shows of another was changed', 1, (work) => tamper(work, 'hris_employees 4', replaced('Cy', 'Sy'))],
  [
    'what an employee shows of an employment was changed',
    1,
    (work) => tamper(work, 'hris_employees 2', replaced('Chief', 'Thief')),
  ],
  ['a record lost its reference', 1, (work) => tamper(work, 'hris_timesheets t1', () => ({ employeeId: undefined }))],
  ['a record was marked as removed', 1, (work) => tamper(work, 'hris_absences a1', () => ({ deletedAt: 1 }))],
  ['a record left the feed', 1, (work) => tamper(work, 'hris_employees 1', () => ({ feedAt: 1 }))],
  ['a record is gone', 1, (work) => remove(work, 'hris_timesheets t2')],
  // Three people there, and both of them inside the records of others.
  ['a mentioned record is gone', 3, (work) => remove(work, 'hris_locations B')],
  [
    'records came from nowhere',
    2,
    async (work) => {
      await tamper(work, 'hris_employees 1', (record) => ({ id: '9'.repeat(24), remoteId: '9', body: record.body }))
      await tamper(work, 'hris_absence_types Sick', (record) => ({
        id: '8'.repeat(24),
        remoteId: '8',
        body: record.body,
      }))
    },
  ],
]

/** What stays the same however often something is repaired. */
const living = async (work: Workplace) =>
  Object.fromEntries(Object.entries(facts(await work.stored())).filter(([, { gone }]) => !gone))

describe('a sync that verifies', () => {
  it.each(harms)('repairs it when %s', async (_, differing, harm) => {
    const work = await filled()
    const before = await living(work)
    const unharmed = await work.stored()
    await harm(work)
    expect(await work.stored()).not.toEqual(unharmed)
    expect(await verify(work)).toMatchObject({ state: 'SUCCEEDED', verified: { differing } })
    expect(await living(work)).toEqual(before)
    expect((await verify(work)).verified?.differing).toBe(0)
  })

  it('writes nothing where everything is as it should be', async () => {
    const work = await filled()
    await work.run(await work.deliver('employees.csv', people.replace('4,Di,3', '4,Di,1').replace('3,Cy', '3,Cyd')))
    await work.run(await work.deliver('employees.csv', people.replace('4,Di,3,Z,Basel,Sales,2023-01-01', '')))
    const before = await work.stored()
    const records = {
      ...work.ports.records,
      write: () => Promise.reject(new Error('something was written')),
    }
    const { verified } = await verify(work, { ...work.ports, records })
    expect(verified).toEqual({ records: before.size, differing: 0 })
    expect(await work.stored()).toEqual(before)
  })

  it('tells apps of what it repaired, and of nothing else', async () => {
    const work = await filled()
    const before = await work.stored()
    await tamper(work, 'hris_employees 4', replaced('Di', 'Dy'))
    await verify(work)
    const after = await work.stored()
    const told = [...after].filter(([name, { feedAt }]) => feedAt !== before.get(name)?.feedAt)
    expect(told.map(([name]) => name)).toEqual(['hris_employees 4'])
  })

  it('repairs once what no file gives', async () => {
    const work = await filled()
    await work.run(await work.deliver('employees.csv', people.replace('2023-01-01', 'some day')))
    await tamper(work, 'hris_employees 4', replaced('Di', 'Dy'))
    expect((await verify(work)).verified?.differing).toBe(1)
    expect((await verify(work)).verified?.differing).toBe(0)
    await work.run(await work.deliver('employees.csv', people))
    expect(JSON.parse((await work.stored()).get('hris_employees 4')?.body ?? '{}').first_name).toBe('Di')
  })

  it('comes in the week after any sync', async () => {
    const work = await filled()
    const chores = await Array.fromAsync(listDocuments(work.control, { pk: chorePartition }, ChoreSchema))
    const [chore, ...others] = chores.filter(({ kind }) => kind === 'verify')
    expect(others).toEqual([])
    const wait = (chore?.dueAt ?? 0) - work.now()
    const week = 7 * 86_400_000
    expect(wait).toBeGreaterThan(week)
    expect(wait).toBeLessThanOrEqual(2 * week)
  })

  it('leaves the records of an interrupted repair to the next sync', async () => {
    const work = await filled()
    const before = await living(work)
    await tamper(work, 'hris_employees 4', replaced('Di', 'Dy'))
    const archive: SyncPorts['archive'] = {
      ...work.ports.archive,
      put: (key, body) =>
        key.startsWith('reports/') ? Promise.reject(new Error('killed')) : work.ports.archive.put(key, body),
    }
    await expect(verify(work, { ...work.ports, archive })).rejects.toThrow('killed')
    await work.run(await work.deliver('employees.csv', people))
    expect(await living(work)).toEqual(before)
    expect((await verify(work)).verified?.differing).toBe(0)
  })
})
