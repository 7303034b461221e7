import { describe, expect, it } from 'vitest'
import { buildRow } from '#core/records/build.ts'
import { statusByDates } from '#core/records/employment-status.ts'

const today = '2026-06-15'

describe('the status that follows from the dates', () => {
  it.each([
    ['somebody who starts tomorrow', '2026-06-16', null, 'PENDING', '2026-06-16'],
    ['somebody who starts today', '2026-06-15', null, 'ACTIVE', null],
    ['somebody on the last day', '2020-01-01', '2026-06-15', 'ACTIVE', '2026-06-16'],
    ['somebody who left yesterday', '2020-01-01', '2026-06-14', 'INACTIVE', null],
    ['somebody who is to come and to leave', '2026-07-01', '2026-09-30', 'PENDING', '2026-07-01'],
    ['somebody of whom only the end is known', null, '2026-12-31', 'ACTIVE', '2027-01-01'],
    ['somebody whose end is a way to say that there is none', '2020-01-01', '9999-12-31', 'ACTIVE', null],
    ['somebody without dates', null, null, null, null],
  ])('of %s', (_, start, end, status, due) => {
    expect(statusByDates(start, end, today)).toEqual({ status, due })
  })

  it('is what an employee has whose file has no column for it', () => {
    const { record } = buildRow('employees', '1', { start_date: '2026-07-01' }, today)
    expect(record).toMatchObject({ own: { employment_status: 'PENDING' }, due: '2026-07-01' })
  })

  it('gives way to the column, even where its cell is empty', () => {
    const said = buildRow('employees', '1', { start_date: '2026-07-01', employment_status: 'LEAVE' }, today).record
    expect(said.own.employment_status).toBe('LEAVE')
    const empty = buildRow('employees', '1', { start_date: '2026-07-01', employment_status: null }, today).record
    expect(empty.own.employment_status).toBeNull()
    expect([said.due, empty.due]).toEqual([undefined, undefined])
  })
})
