import { expect, it } from 'vitest'
import { committed, compared, contents, removedIds } from '../sync/world.ts'

const sheet = (id: string, date: string | null) => ({ id, 'employee.remote_id': '1', date })

it('a timesheet without a day lies in no window, so no later file removes it', () => {
  const first = compared('timesheets', contents('timesheets', [sheet('a', null), sheet('b', '2026-01-10')]))
  const second = compared('timesheets', contents('timesheets', [sheet('c', '2026-02-10')]), { base: committed(first) })
  expect(removedIds(second, 'hris_timesheets')).toEqual([])
})
