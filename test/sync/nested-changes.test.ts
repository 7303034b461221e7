import { describe, expect, it } from 'vitest'
import { mappingKey } from '#core/control/keys.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { integrationId, openWorkplace, type Workplace } from './workplace.ts'

type Table = Readonly<Record<string, string>>

/** A row of each file, by column; what a case changes of them is put over it. */
const everything = {
  boss: { id: '1', name: 'Ada' },
  employee: {
    id: '2',
    name: 'Bob',
    boss: '1',
    entity: 'E',
    entity_name: 'Acme',
    site: 'S',
    site_name: 'Bern',
    department: 'D',
    department_name: 'Research',
  },
  absence: { id: 'a', employee: '2', type: 'V', type_name: 'Vacation', start: '2026-02-01' },
  timesheet: { id: 't', employee: '2', date: '2026-01-01', hours: '8' },
} as const satisfies Readonly<Record<string, Table>>

type Changes = Partial<Record<keyof typeof everything, Table>>

const column = (name: string) => [{ from: 'column' as const, column: name }]

const fields = {
  employees: {
    first_name: column('name'),
    'manager.remote_id': column('boss'),
    'legal_entity.remote_id': column('entity'),
    'legal_entity.name': column('entity_name'),
    'work_location.remote_id': column('site'),
    'work_location.name': column('site_name'),
    'department.remote_id': column('department'),
    'department.name': column('department_name'),
  },
  absences: {
    'employee.remote_id': column('employee'),
    'type.remote_id': column('type'),
    'type.name': column('type_name'),
    start_date: column('start'),
  },
} as const

const csvOf = (rows: readonly Table[]): string => {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))].map((line) => line.join()).join('\n')
}

const deliver = async (work: Workplace, { boss, employee, absence, timesheet }: Changes): Promise<void> => {
  const people = [
    { ...everything.employee, ...employee },
    { ...everything.boss, ...boss },
  ]
  const files = {
    'employees.csv': csvOf(people),
    'absences.csv': csvOf([{ ...everything.absence, ...absence }]),
    'timesheets.csv': csvOf([{ ...everything.timesheet, ...timesheet }]),
  }
  for (const [name, csv] of Object.entries(files)) await work.run(await work.deliver(name, csv))
}

const connected = async (): Promise<Workplace> => {
  const work = await openWorkplace()
  for (const [dataset, mapped] of Object.entries(fields)) {
    const key = mappingKey(integrationId, dataset as Dataset, 1)
    const document = await work.control.get(key)
    const mapping = { dataset, id: { columns: ['id'] }, fields: mapped }
    await work.control.replace(key, { ...(document?.value as object), mapping }, document?.revision ?? 0)
  }
  return work
}

type Case = readonly [what: string, record: string, before: Changes, after: Changes, moves: Moves]
type Moves = 'the feed alone' | 'the feed and changed_at' | 'nothing'

const none = { department: '', department_name: '' }
const bob = 'hris_employees 2'

/** Section 7.4 of the contract, row by row. */
const table: readonly Case[] = [
  ['joining a group', bob, { employee: none }, {}, 'the feed alone'],
  ['leaving a group', bob, {}, { employee: none }, 'the feed alone'],
  ['another group', bob, {}, { employee: { department: 'X', department_name: 'Sales' } }, 'the feed alone'],
  ['another name of a group', bob, {}, { employee: { department_name: 'Science' } }, 'nothing'],
  ['another name of the manager', bob, {}, { boss: { name: 'Adele' } }, 'the feed alone'],
  ['another name of the legal entity', bob, {}, { employee: { entity_name: 'Acme Ltd' } }, 'the feed alone'],
  ['another name of the work location', bob, {}, { employee: { site_name: 'Berne' } }, 'the feed alone'],
  ['another manager', bob, {}, { employee: { boss: '' } }, 'the feed and changed_at'],
  ['another legal entity', bob, {}, { employee: { entity: 'F', entity_name: 'Acme' } }, 'the feed and changed_at'],
  ['another work location', bob, {}, { employee: { site: 'R', site_name: 'Bern' } }, 'the feed and changed_at'],
  ['another name of the absence type', 'hris_absences a', {}, { absence: { type_name: 'Holiday' } }, 'the feed alone'],
  ['another absence type', 'hris_absences a', {}, { absence: { type: 'W' } }, 'the feed and changed_at'],
  ['another name of its employee', 'hris_absences a', {}, { employee: { name: 'Rob' } }, 'nothing'],
  ['another name of its employee', 'hris_timesheets t', {}, { employee: { name: 'Rob' } }, 'nothing'],
  ['another name of its own', 'hris_teams D', {}, { employee: { department_name: 'X' } }, 'the feed and changed_at'],
  ['another name of a member', 'hris_teams D', {}, { employee: { name: 'Rob' } }, 'nothing'],
  ['another name of its own', 'hris_locations S', {}, { employee: { site_name: 'X' } }, 'the feed and changed_at'],
  ['another name of somebody there', 'hris_locations S', {}, { employee: { name: 'Rob' } }, 'nothing'],
  [
    'another name of its own',
    'hris_legal_entities E',
    {},
    { employee: { entity_name: 'X' } },
    'the feed and changed_at',
  ],
  ['another name of somebody there', 'hris_legal_entities E', {}, { employee: { name: 'Rob' } }, 'nothing'],
  ['another name of its own', 'hris_absence_types V', {}, { absence: { type_name: 'X' } }, 'the feed and changed_at'],
  ['another day off', 'hris_absence_types V', {}, { absence: { id: 'b' } }, 'nothing'],
]

const movesBetween = async (record: string, before: Changes, after: Changes): Promise<Moves> => {
  const work = await connected()
  await deliver(work, before)
  const first = (await work.stored()).get(record)
  work.pass(60_000)
  await deliver(work, after)
  const second = (await work.stored()).get(record)
  if (!first || !second) throw new Error(`${record} is not stored`)
  if (first.feedAt === second.feedAt) {
    expect(second.changedAt).toBe(first.changedAt)
    return 'nothing'
  }
  return first.changedAt === second.changedAt ? 'the feed alone' : 'the feed and changed_at'
}

describe('what moves a record', () => {
  it.each(table)('%s, for %s', async (_, record, before, after, moves) => {
    expect(await movesBetween(record, before, after)).toBe(moves)
  })

  it('a group that has another name shows it inside its members, though no feed tells of it', async () => {
    const work = await connected()
    await deliver(work, {})
    await deliver(work, { employee: { department_name: 'Science' } })
    const body = JSON.parse((await work.stored()).get(bob)?.body ?? '{}')
    expect(body.groups).toMatchObject([{ remote_id: 'D', name: 'Science' }])
  })
})
