import { dateFormat, isCalendarDay, isNoDay, isoFormat, readDay, yearPivot } from './date.ts'
import type { Reading, ValueReader } from './reading.ts'

const timePattern =
  /^(\d{1,2})(?:(?:[:hH]|\.(?=\d\d ?[Uu]hr$))(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(?:\s?([AaPp])\.?\s?[Mm]\.?| ?(?:[Uu]hr|[hH]))?$/

type TimeOfDay = { readonly hours: number; readonly minutes: number; readonly seconds: number }

const parseTime = (text: string): TimeOfDay | undefined => {
  const [matched, hourText, minuteText = '0', secondText = '0', half] = timePattern.exec(text) ?? []
  // A number alone is as well a number of hours.
  if (matched === undefined || /^\d+$/.test(text)) return undefined
  const given = Number(hourText)
  const minutes = Number(minuteText)
  const seconds = Number(secondText)
  if (half !== undefined && (given < 1 || given > 12)) return undefined
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const endOfDay = hours === 24 && minutes === 0 && seconds === 0
  return (hours < 24 || endOfDay) && minutes < 60 && seconds < 60 ? { hours, minutes, seconds } : undefined
}

const two = (number: number): string => String(number).padStart(2, '0')

const unreadableTime: Reading = { code: 'TIME_UNREADABLE', value: null }

/** A time of day as `HH:mm:ss`; `24:00` is the end of the day. */
export const readTime: ValueReader = (text) => {
  const time = parseTime(text)
  return time === undefined ? unreadableTime : `${two(time.hours)}:${two(time.minutes)}:${two(time.seconds)}`
}

const unreadable: Reading = { code: 'DATE_UNREADABLE', value: null }

const zonePattern = /(?:Z| ?(?:UTC|GMT)|([+-])(\d{2}):?(\d{2})?)$/

/** Reads date and time of day as ISO 8601 in UTC. Without a zone in the text it is UTC. */
export const dateTimeReader = (format: string | undefined): ValueReader => {
  const shape = format === undefined ? isoFormat : dateFormat(format)
  return (text) => {
    const day = readDay(text, shape, yearPivot.usual)
    if (day === undefined) return unreadable
    if (isNoDay(day)) return undefined
    const [zone = '', sign, zoneHours = '0', zoneMinutes = '0'] = zonePattern.exec(text) ?? []
    const between = text[day.end]
    const time = parseTime(text.slice(day.end + 1, text.length - zone.length).trim())
    if ((between !== 'T' && between !== ' ') || time === undefined || !isCalendarDay(day)) return unreadable
    const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1)
    const moment = Date.UTC(day.year, day.month - 1, day.day, time.hours, time.minutes - offset, time.seconds)
    return new Date(moment).toISOString()
  }
}
