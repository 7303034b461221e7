import { describe, expect, test } from 'vitest'
import type { ListName } from '#core/api/filters.ts'
import { endpointFilters } from '#core/api/filters.ts'
import { parseListQuery } from '#core/api/list-query.ts'
import type { JsonObject } from '#core/records/built-record.ts'

type Row = readonly [list: ListName, filter: string, value: string, kept: JsonObject, dropped: JsonObject]

const noon = '2026-03-10T12:00:00.000Z'
const before = '2026-03-10T11:59:59.999Z'
const after = '2026-03-10T12:00:00.001Z'

const rows: readonly Row[] = [
  [
    'employees',
    'employment_statuses',
    'ACTIVE,LEAVE',
    { employment_status: 'LEAVE' },
    { employment_status: 'INACTIVE' },
  ],
  ['employees', 'employment_statuses', 'ACTIVE', { employment_status: 'ACTIVE' }, { employment_status: null }],
  ['employees', 'employment_status', 'ACTIVE', { employment_status: 'ACTIVE' }, { employment_status: 'LEAVE' }],
  [
    'employees',
    'work_emails',
    'Ada@acme.example',
    { work_email: 'aDa@acme.example' },
    { work_email: 'ben@acme.example' },
  ],
  [
    'employees',
    'personal_emails',
    'a@x.example,b@x.example',
    { personal_email: 'b@x.example' },
    { personal_email: null },
  ],
  ['employees', 'group_ids', 'g1,g2', { groups: [{ id: 'g0' }, { id: 'g2' }] }, { groups: [{ id: 'g3' }] }],
  ['employees', 'group_ids', 'g1', { groups: [{ id: 'g1' }] }, { groups: [] }],
  ['employees', 'legal_entity_ids', 'e1', { legal_entity_id: 'e1' }, { legal_entity_id: null }],
  ['employees', 'work_location_ids', 'l1', { work_location_id: 'l1' }, { work_location_id: 'l2' }],
  ['groups', 'types', 'TEAM', { type: 'TEAM' }, { type: 'DEPARTMENT' }],
  ['groups', 'types', 'null,TEAM', { type: null }, { type: 'DEPARTMENT' }],
  ['groups', 'name_contains', 'SEAR', { name: 'Research' }, { name: 'Sales' }],
  ['legal-entities', 'name_contains', 'gmbh', { name: 'Acme GmbH' }, { name: null }],
  ['locations', 'name_contains', 'straße', { name: 'Hauptstraße' }, { name: 'Köln' }],
  ['absences', 'type_ids', 't1,t2', { type_id: 't2' }, { type_id: null }],
  ['absences', 'employee_id', 'e1', { employee_id: 'e1' }, { employee_id: 'e2' }],
  [
    'absences',
    'date_from',
    '2026-03-10',
    { start_date: '2026-03-10', end_date: '2026-03-10' },
    { start_date: '2026-03-01', end_date: '2026-03-09' },
  ],
  [
    'absences',
    'date_from',
    noon,
    { start_date: '2026-03-01', end_date: '2026-03-10' },
    { start_date: '2026-03-01', end_date: '2026-03-09' },
  ],
  [
    'absences',
    'time_from',
    '2026-03-10',
    { start_date: '2026-03-01', end_date: null },
    { start_date: '2026-03-01', end_date: '2026-03-02' },
  ],
  [
    'absences',
    'date_until',
    noon,
    { start_date: '2026-03-10', end_date: null },
    { start_date: '2026-03-11', end_date: null },
  ],
  ['absences', 'time_until', '2026-03-10', { start_date: '2026-03-01' }, { start_date: null }],
  ['time-off-balances', 'employee_id', 'e1', { employee_id: 'e1' }, { employee_id: 'e2' }],
  ['timesheets', 'employee_id', 'e1', { employee_id: 'e1' }, { employee_id: 'e2' }],
  ['timesheets', 'started_before', noon, { started_at: before }, { started_at: noon }],
  ['timesheets', 'started_after', noon, { started_at: noon }, { started_at: before }],
  ['timesheets', 'started_after', noon, { started_at: '2026-03-10T14:30:00+02:00' }, { started_at: null }],
  ['timesheets', 'ended_before', noon, { ended_at: noon }, { ended_at: after }],
  ['timesheets', 'ended_after', noon, { ended_at: noon }, { ended_at: before }],
]

const keeps = (list: ListName, filter: string, value: string, body: JsonObject): boolean => {
  const parsed = parseListQuery(list, { [filter]: value })
  if (parsed.kind === 'refused') throw new Error(parsed.message)
  expect(parsed.value.filters).toHaveLength(1)
  return parsed.value.filters.every((each) => each.keeps(body))
}

test.each(rows)('%s: %s=%s keeps %j and drops %j', (list, filter, value, kept, dropped) => {
  expect(keeps(list, filter, value, kept)).toBe(true)
  expect(keeps(list, filter, value, dropped)).toBe(false)
})

describe('every filter', () => {
  const all = Object.entries(endpointFilters).flatMap(([list, filters]) =>
    Object.keys(filters).map((filter) => ({ list, filter })),
  )

  test.each(all.filter(({ filter }) => filter !== 'custom_fields'))(
    '$list $filter has a row above',
    ({ list, filter }) => {
      expect(rows.some(([inList, name]) => inList === list && name === filter)).toBe(true)
    },
  )
})

test('filters combine with AND', () => {
  const parsed = parseListQuery('employees', { employment_statuses: 'ACTIVE', work_emails: 'a@x.example' })
  if (parsed.kind === 'refused') throw new Error(parsed.message)
  const keepsAll = (body: JsonObject) => parsed.value.filters.every((each) => each.keeps(body))
  expect(keepsAll({ employment_status: 'ACTIVE', work_email: 'a@x.example' })).toBe(true)
  expect(keepsAll({ employment_status: 'ACTIVE', work_email: 'b@x.example' })).toBe(false)
})

test('a date that does not exist is refused', () => {
  expect(parseListQuery('absences', { date_from: '2026-02-30' })).toMatchObject({ kind: 'refused' })
})
