import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { syncKey } from '#core/control/keys.ts'
import { readMappingVersion } from '#core/control/mapping-versions.ts'
import { newSync } from '#core/control/sync.ts'
import type { Join } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { pushed, statesOf } from './joined-workplace.ts'
import { factsOf, openMemoryWorkplace } from './memory-workplace.ts'
import { facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

const people: Mapping = {
  dataset: 'employees',
  id: { columns: ['No'] },
  fields: { first_name: column('Name'), job_title: column('Title') },
  rows: { current: { from: 'From', to: 'To' } },
}
const history: Mapping = {
  dataset: 'employments',
  files: 'employees',
  id: { columns: ['No', 'From'] },
  fields: {
    'employee.remote_id': column('No'),
    effective_date: column('From'),
    job_title: column('Title'),
    pay_rate: column('Pay'),
  },
}

const csv = (rows: readonly string[]): string => ['No,Name,Title,Pay,From,To', ...rows].join('\n')
const clerk = '007,Ada,Clerk,3000,2020-01-01,2023-12-31'
const lead = '007,Ada,Lead,4500,2024-01-01,9999-12-31'
const driver = '008,Bob,Driver,2500,2021-01-01,9999-12-31'

const workplace = async (mappings: readonly Mapping[] = [people, history]): Promise<Workplace> => {
  const work = await openWorkplace()
  for (const mapping of mappings) await work.approveAs(mapping)
  return work
}

const ask = async (work: Workplace, syncId: string) => {
  const queued = newSync({ id: syncId, integrationId, reason: 'mapping', queuedAt: work.now() })
  await work.control.create(syncKey(integrationId, syncId), queued)
  return work.run({ kind: 'sync', integrationId, syncId, reason: 'mapping' })
}

const shownOf = async (work: Workplace, remoteId: string) => {
  const { job_title, employments } = JSON.parse((await work.stored()).get(`hris_employees ${remoteId}`)?.body ?? '{}')
  const told = employments.map((each: Record<string, unknown>) => [each.job_title, each.pay_rate, each.remote_id])
  return { job_title, employments: told }
}

describe('the rows of a file of people that do not count any more', () => {
  it('are employments of theirs: title, pay and day of each, beside what is current', async () => {
    const work = await workplace()
    const sync = await pushed(work, 'employees.csv', csv([clerk, lead, driver]))
    expect(sync.datasets).toMatchObject([
      { dataset: 'employees', outcome: 'applied', counts: { created: 2 } },
      { dataset: 'employments', outcome: 'applied', counts: { created: 3 } },
    ])
    expect(await shownOf(work, '007')).toEqual({
      job_title: 'Lead',
      employments: [
        ['Lead', 4500, '007|2024-01-01'],
        ['Clerk', 3000, '007|2020-01-01'],
      ],
    })
    expect(await statesOf(work)).toEqual({ 'employees.csv': 'ACCEPTED' })
  })

  it('keep their ids, are written only when they change, and go with their row', async () => {
    const work = await workplace()
    await pushed(work, 'employees.csv', csv([clerk, lead, driver]))
    work.pass(60_000)
    const raised = await pushed(work, 'employees.csv', csv([clerk, lead.replace('4500', '5000'), driver]))
    expect(raised.datasets[1]?.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2, removed: 0 })
    work.pass(60_000)
    const shorter = await pushed(work, 'employees-2.csv', csv([lead.replace('4500', '5000'), driver]))
    expect(shorter.datasets[1]?.counts).toMatchObject({ removed: 1, unchanged: 2 })
    expect((await shownOf(work, '007')).employments).toEqual([['Lead', 5000, '007|2024-01-01']])
  })

  it('are told by the file that stands already once somebody maps them', async () => {
    const work = await workplace([people])
    await pushed(work, 'employees.csv', csv([clerk, lead]))
    await work.approveAs(history)
    const mapped = await ask(work, 'mapped')
    expect(mapped.datasets).toMatchObject([{}, { dataset: 'employments', outcome: 'applied', counts: { created: 2 } }])
    expect((await ask(work, 'again')).datasets).toEqual([])
  })

  it('leave alone what the people come to: a file without the pay is applied, and the report says what is missing', async () => {
    const work = await workplace()
    await pushed(work, 'employees.csv', csv([clerk, lead]))
    const sync = await pushed(work, 'employees.csv', 'No,Name,Title,From,To\n007,Ada,Head,2025-01-01,\n')
    expect(sync.datasets).toMatchObject([
      { dataset: 'employees', outcome: 'applied' },
      { dataset: 'employments', outcome: 'refused', issues: [{ code: 'MAPPED_COLUMN_MISSING' }] },
    ])
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
    expect((await shownOf(work, '007')).employments).toHaveLength(2)
  })

  it('are not read from a file that the people refuse', async () => {
    const work = await workplace()
    await pushed(work, 'employees.csv', csv([clerk, lead]))
    const before = facts(await work.stored())
    const sync = await pushed(work, 'employees.csv', csv([clerk]).replace('Name', 'Call'))
    expect(sync.datasets).toMatchObject([{ dataset: 'employees', outcome: 'refused' }])
    expect(facts(await work.stored())).toEqual(before)
  })

  it('are proposed together with the people', async () => {
    const work = await openMemoryWorkplace([])
    await work.run(await work.deliver('employees', csv([clerk, lead, driver]).replace('No,', 'Employee ID,')))
    const proposed = await readMappingVersion(work.ports.control, integrationId, 'employments', 1)
    expect(proposed?.mapping).toMatchObject({
      files: 'employees',
      id: { columns: ['Employee ID', 'From'] },
      fields: { pay_rate: column('Pay'), job_title: column('Title'), effective_date: column('From') },
    })
  })
})

describe('a history of files of its own', () => {
  const titles: Join = {
    name: 'title',
    files: 'title',
    key: ['No'],
    to: ['No'],
    current: { from: 'From', to: 'To' },
    day: { column: 'From' },
  }

  it('has for each pay the title of its day', async () => {
    const ofPay: Mapping = {
      ...history,
      files: 'salary',
      fields: { ...history.fields, job_title: column('title.Title') },
      joins: [titles],
    }
    const work = await workplace([{ ...people, rows: {} }, ofPay])
    await pushed(work, 'employees.csv', 'No,Name,Title\n7,Ada,Lead\n')
    await pushed(work, 'title.csv', 'No,Title,From,To\n7,Clerk,2020-01-01,2022-06-30\n7,Lead,2022-07-01,9999-01-01\n')
    const pays = 'No,Pay,From\n7,3000,2020-01-01\n7,3100,2022-01-01\n7,4500,2023-01-01\n'
    const sync = await pushed(work, 'salary.csv', pays)
    expect(sync.datasets).toMatchObject([{}, { dataset: 'employments', outcome: 'applied', counts: { created: 3 } }])
    expect((await shownOf(work, '7')).employments).toEqual([
      ['Lead', 4500, '7|2023-01-01'],
      ['Clerk', 3100, '7|2022-01-01'],
      ['Clerk', 3000, '7|2020-01-01'],
    ])
    expect(new Set(Object.values(await statesOf(work)))).toEqual(new Set(['ACCEPTED']))
  })
})

const row = fc.record({
  no: fc.constantFrom('1', '2', '3'),
  title: fc.constantFrom('Clerk', 'Lead'),
  pay: fc.constantFrom('1000', '2000', ''),
  from: fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01', 'x'),
})
const fileOf = fc
  .array(row, { minLength: 1, maxLength: 7 })
  .map((rows) => csv(rows.map(({ no, title, pay, from }) => `${no},Ada,${title},${pay},${from},`)))

it('a sync that skips known rows comes to what reading all does, whatever files came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fileOf, { minLength: 2, maxLength: 4 }), async (files) => {
      const mappings = [people, history]
      const [step, afresh] = [await openMemoryWorkplace(mappings), await openMemoryWorkplace(mappings)]
      for (const text of files) {
        await step.run(await step.deliver('employees', text))
        await afresh.run(await afresh.deliver('employees', text))
        await afresh.run(await afresh.ask('forced'))
      }
      expect(factsOf(step)).toEqual(factsOf(afresh))
    }),
    { numRuns: Number(process.env.SYNC_RUNS ?? 15) },
  )
}, 60_000)
