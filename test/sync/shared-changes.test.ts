import { describe, expect, it } from 'vitest'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type MemoryWorkplace, openMemoryWorkplace } from './memory-workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

const fields: Partial<Record<Dataset, Mapping['fields']>> = {
  groups: {
    name: column('name'),
    type: [{ from: 'constant', value: 'DEPARTMENT' }],
    'parent.remote_id': column('parent'),
  },
  legal_entities: { name: column('name') },
  locations: { name: column('name'), 'address.city': column('city') },
  absence_types: { name: column('name'), unit: column('unit') },
  employees: {
    first_name: column('name'),
    'work_location.remote_id': column('site'),
    'work_location.name': column('site_name'),
    'legal_entity.name': column('entity'),
    'department.name': column('department'),
  },
  absences: {
    'employee.remote_id': column('employee'),
    'type.name': column('type'),
    start_date: [{ from: 'constant', value: '2026-01-01' }],
  },
  time_off_balances: {
    'employee.remote_id': column('employee'),
    'type.remote_id': column('type'),
    balance: column('left'),
  },
}

const files = {
  groups: ['id,name,parent', 'D,Research,T', 'T,Top,'],
  legal_entities: ['id,name', 'E,Acme'],
  locations: ['id,name,city', 'S,Bern,BE'],
  absence_types: ['id,name,unit', 'V,Vacation,DAYS'],
  employees: ['id,name,site,site_name,entity,department', '1,Ada,S,B,Acme,Research', '2,Bob,,,,'],
  absences: ['id,employee,type', 'a,1,Vacation'],
  time_off_balances: ['id,employee,type,left', 'b,1,V,10'],
} as const satisfies Partial<Record<Dataset, readonly string[]>>

const put = async (work: MemoryWorkplace, dataset: string, rows: readonly string[]) =>
  work.run(await work.deliver(dataset as Dataset, rows.join('\n')))

const empty = (): Promise<MemoryWorkplace> =>
  openMemoryWorkplace(
    Object.entries(fields).map(
      ([dataset, each]): Mapping => ({ dataset: dataset as Dataset, id: { columns: ['id'] }, fields: each }),
    ),
  )

const filled = async (): Promise<MemoryWorkplace> => {
  const work = await empty()
  for (const [dataset, rows] of Object.entries(files)) await put(work, dataset, rows)
  return work
}

/** The models that each announcement of changed data names. */
const announced = (work: MemoryWorkplace): readonly (readonly string[])[] =>
  work.told
    .map((body) => JSON.parse(body).event)
    .filter(({ type }) => type === 'data-changed')
    .map(({ models }) => models.toSorted())

const recordOf = (work: MemoryWorkplace, name: string) => {
  const found = work.living().find(({ model, remoteId }) => `${model} ${remoteId}` === name)
  if (!found) throw new Error(`${name} is not there`)
  return found
}

const ada = 'hris_employees 1'
const bob = 'hris_employees 2'
type Moves = 'nothing' | 'the feed alone' | 'the feed and changed_at'
type Case = readonly [
  what: string,
  dataset: Dataset,
  line: number,
  after: string,
  moved: Readonly<Record<string, Moves>>,
]

/** Section 7.4 of the contract, where what changes stands in a file of its own. */
const table: readonly Case[] = [
  [
    'a location has another name',
    'locations',
    1,
    'S,Berne,BE',
    { 'hris_locations S': 'the feed and changed_at', [ada]: 'the feed alone', [bob]: 'nothing' },
  ],
  ['a location is there besides', 'locations', 2, 'R,Rome,IT', { 'hris_locations S': 'nothing', [ada]: 'nothing' }],
  [
    'an employees file calls a location otherwise',
    'employees',
    1,
    '1,Ada,S,Bear,Acme,Research',
    { 'hris_locations S': 'nothing', [ada]: 'nothing' },
  ],
  [
    'a group has another parent',
    'groups',
    1,
    'D,Research,',
    { 'hris_teams D': 'the feed and changed_at', 'hris_teams T': 'nothing', [ada]: 'nothing' },
  ],
  [
    'a parent has another name',
    'groups',
    2,
    'T,Tip,',
    { 'hris_teams T': 'the feed and changed_at', 'hris_teams D': 'nothing' },
  ],
  [
    'an absence type has another unit',
    'absence_types',
    1,
    'V,Vacation,HOURS',
    {
      'hris_absence_types V': 'the feed and changed_at',
      'hris_absences a': 'the feed alone',
      'hris_time_off_balances b': 'the feed alone',
      [ada]: 'nothing',
    },
  ],
  [
    'a balance changes',
    'time_off_balances',
    1,
    'b,1,V,9',
    {
      'hris_time_off_balances b': 'the feed and changed_at',
      'hris_absence_types V': 'nothing',
      [ada]: 'the feed alone',
    },
  ],
  ['somebody gets a balance', 'time_off_balances', 2, 'c,2,V,9', { [bob]: 'the feed alone', [ada]: 'nothing' }],
  [
    'a balance goes to somebody else',
    'time_off_balances',
    1,
    'b,2,V,10',
    { [bob]: 'the feed alone', [ada]: 'the feed alone' },
  ],
]

const movesBetween = (before: MomentsOf, after: MomentsOf): Moves => {
  if (before.feedAt === after.feedAt)
    return before.changedAt === after.changedAt ? 'nothing' : 'the feed and changed_at'
  return before.changedAt === after.changedAt ? 'the feed alone' : 'the feed and changed_at'
}
type MomentsOf = Pick<ReturnType<typeof recordOf>, 'changedAt' | 'feedAt'>

describe('when', () => {
  it.each(table)('%s, that is what moves', async (_, dataset, line, after, moved) => {
    const work = await filled()
    const before = Object.fromEntries(Object.keys(moved).map((name) => [name, recordOf(work, name)]))
    const rows: readonly string[] = files[dataset as keyof typeof files]
    await put(work, dataset, rows.toSpliced(line, 1, after))
    const moves = Object.entries(before).map(([name, record]) => [name, movesBetween(record, recordOf(work, name))])
    expect(Object.fromEntries(moves)).toEqual(moved)
  })

  it('a group has another name, its members show it, though no feed tells of it', async () => {
    const work = await filled()
    const { feedAt } = recordOf(work, ada)
    await put(work, 'employees', [...files.employees.slice(0, 1), '1,Ada,S,B,Acme,D', '2,Bob,,,,'])
    await put(work, 'groups', ['id,name,parent', 'D,Science,T', 'T,Top,'])
    const { body, feedAt: later } = recordOf(work, ada)
    expect(JSON.parse(body).groups).toMatchObject([{ remote_id: 'D', name: 'Science' }])
    expect(later).toBe(feedAt)
  })

  it('its own file drops a location, it stays as the employees have it, until they leave it too', async () => {
    const work = await filled()
    await put(work, 'locations', ['id,name,city', 'R,Rome,IT'])
    expect(JSON.parse(recordOf(work, 'hris_locations S').body)).toMatchObject({ name: 'B' })
    expect(JSON.parse(recordOf(work, ada).body).work_location).toMatchObject({ remote_id: 'S', name: 'B' })
    await put(work, 'employees', [...files.employees.slice(0, 1), '1,Ada,R,,Acme,Research', '2,Bob,,,,'])
    expect(() => recordOf(work, 'hris_locations S')).toThrow('is not there')
  })

  it('places come before any people, apps hear of them with these: nothing can be read before', async () => {
    const work = await empty()
    await put(work, 'locations', files.locations)
    expect(announced(work)).toEqual([])
    await put(work, 'employees', files.employees)
    expect(announced(work)[0]).toEqual([
      'hris_employees',
      'hris_join_employees_teams',
      'hris_legal_entities',
      'hris_locations',
      'hris_teams',
    ])
    await put(work, 'locations', ['id,name,city', 'S,Bern,Berne'])
    expect(announced(work)[1]).toEqual(['hris_employees', 'hris_locations'])
  })

  it('a location changes while the employees are as they were, no file of theirs is opened', async () => {
    const work = await filled()
    const opened: string[] = []
    const { archive } = work.ports
    const open: typeof archive.open = (ref) => {
      opened.push(ref.key)
      return archive.open(ref)
    }
    const message = await work.deliver('locations', 'id,name,city\nS,Bern,Berne')
    await work.run(message, { ...work.ports, archive: { ...archive, open } })
    expect(new Set(opened.filter((key) => key.startsWith('file-'))).size).toBe(1)
    expect(JSON.parse(recordOf(work, ada).body).work_location).toMatchObject({ address: { city: 'Berne' } })
  })
})
