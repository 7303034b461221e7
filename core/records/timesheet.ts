import type { FieldValues } from '#core/mapping/fields.ts'
import { isTimeZone, momentOf as zonedMoment } from '#core/values/zoned-day.ts'
import { employeeMention } from './absence.ts'
import type { BuiltRow } from './built-record.ts'
import { fieldText, fieldValue } from './values.ts'

const offsetPattern = /^[+-](?:0\d|1[0-4]):[0-5]\d$/
const dayMs = 86_400_000
const minuteMs = 60_000

const two = (number: number): string => String(number).padStart(2, '0')

/** How far the clocks of a zone, `Europe/Berlin`, are ahead of UTC when they show a day and a time; null for what is no zone. */
const offsetIn = (zone: string, day: string, time: string): string | null => {
  if (!isTimeZone(zone)) return null
  const wall = Date.parse(`${day}T${time}Z`)
  const minutes = Math.round((wall - zonedMoment(wall, zone)) / minuteMs)
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const offsetOf = (values: FieldValues): string | null => {
  const zone = fieldText(values, 'timezone')
  const day = fieldText(values, 'date')
  if (zone === null || offsetPattern.test(zone)) return zone
  return day === null ? null : offsetIn(zone, day, fieldText(values, 'start_time') ?? '12:00:00')
}

/** The moment that a day and a time of day name in the zone of the row; without a zone, UTC. */
const momentOf = (day: string, time: string, offset: string | null): number =>
  Date.parse(`${day}T${time}${offset ?? 'Z'}`)

const span = (
  values: FieldValues,
  offset: string | null,
): { readonly start: string | null; readonly end: string | null } => {
  const day = fieldText(values, 'date')
  const startTime = fieldText(values, 'start_time')
  const endTime = fieldText(values, 'end_time')
  const start = day !== null && startTime !== null ? momentOf(day, startTime, offset) : null
  const end = day !== null && endTime !== null ? momentOf(day, endTime, offset) : null
  // A shift that ends before it starts ends on the next day.
  const lateEnd = start !== null && end !== null && end < start ? end + dayMs : end
  const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())
  return { start: fieldText(values, 'started_at') ?? iso(start), end: fieldText(values, 'ended_at') ?? iso(lateEnd) }
}

/** A timesheet entry as contract section 2.9 lists it. */
export const buildTimesheet = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const offset = offsetOf(values)
  const { start, end } = span(values, offset)
  const own = {
    started_at: start,
    ended_at: end,
    timezone: offset,
    payable_hours: fieldValue(values, 'payable_hours'),
    unpaid_break_minutes: fieldValue(values, 'unpaid_break_minutes'),
    breaks: null,
    approval_status: fieldValue(values, 'approval_status'),
    approved_at: null,
    comment: fieldValue(values, 'comment'),
    custom_fields: {},
    integration_fields: [],
    remote_data: null,
  }
  const day = fieldText(values, 'date') ?? start?.slice(0, 10) ?? null
  return {
    record: { model: 'hris_timesheets', key, remoteId, own, mentions: [employeeMention(values)], day },
    derived: [],
  }
}
