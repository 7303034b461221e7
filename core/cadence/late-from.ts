import { isoDay, momentOf, wallClock } from '#core/values/zoned-day.ts'
import { type Cadence, type Place, type Weekday, weekdays } from './cadence.ts'

type Of<Every extends Cadence['every']> = Extract<Cadence, { readonly every: Every }>

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** The days of two years: who has none of them at work is not waited for. */
const mostDays = 732
/** A file that comes less than half a month early is that of the coming month. */
const halfMonth = 15

/** Days are counted from 1970-01-01, a Thursday. */
export const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday'

const isOff = (day: number, { isOff }: Place): boolean => isOff(isoDay(day * dayMs))

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The day whose time of day is the nearest to a moment: what comes a little before midnight may be that of the next day. */
export const dayOf = (moment: number, time: string, timeZone: string): number =>
  Math.floor((wallClock(moment, timeZone) - minutesOf(time) * minuteMs + dayMs / 2) / dayMs)

const momentOn = (day: number, time: string, { timeZone }: Place): number =>
  momentOf(day * dayMs + minutesOf(time) * minuteMs, timeZone)

/** The first day from `from` on that passes. */
const firstDay = (from: number, passes: (day: number) => boolean): number => {
  for (let day = from; day < from + mostDays; day += 1) if (passes(day)) return day
  return from + mostDays
}

/** The moment at which so many hours of days that count have passed. */
const afterHours = (last: number, { hours, weekdays: counted, grace }: Of<'hours'>, place: Place): number => {
  const counts = (day: number): boolean => (!counted || counted.includes(weekdayOf(day))) && !isOff(day, place)
  const today = Math.floor(wallClock(last, place.timeZone) / dayMs)
  let [left, from] = [(hours + grace) * hourMs, last]
  for (let day = today; day < today + mostDays; day += 1) {
    const end = momentOf((day + 1) * dayMs, place.timeZone)
    if (counts(day) && left <= end - from) return from + left
    if (counts(day)) left -= end - from
    from = end
  }
  return from
}

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/** The day in a month on which the file comes. */
const dayInMonth = (year: number, month: number, { day }: Of<'month'>, place: Place): number => {
  const date = Date.UTC(year, month, Math.min(day, lastDayOf(year, month)))
  const isWorkday = (each: number): boolean =>
    weekdayOf(each) !== 'saturday' && weekdayOf(each) !== 'sunday' && !isOff(each, place)
  return firstDay(date / dayMs, isWorkday)
}

const dayAfterMonth = (last: number, cadence: Of<'month'>, place: Place): number => {
  const date = new Date(last * dayMs)
  const inMonth = (ahead: number): number =>
    dayInMonth(date.getUTCFullYear(), date.getUTCMonth() + ahead, cadence, place)
  return [0, 1].map(inMonth).find((day) => day > last + halfMonth) ?? inMonth(2)
}

const dayAfter = (last: number, cadence: Exclude<Cadence, Of<'hours'>>, place: Place): number => {
  if (cadence.every === 'month') return dayAfterMonth(last, cadence, place)
  if (cadence.every === 'days') return firstDay(last + cadence.days, (day) => !isOff(day, place))
  return firstDay(last + 1, (day) => cadence.weekdays.includes(weekdayOf(day)) && !isOff(day, place))
}

/** From when on the file that follows one of `last` is late, epoch ms. */
export const lateFrom = (cadence: Cadence, last: number, place: Place): number => {
  if (cadence.every === 'hours') return afterHours(last, cadence, place)
  const day = dayAfter(dayOf(last, cadence.time, place.timeZone), cadence, place)
  return momentOn(day, cadence.time, place) + cadence.grace * hourMs
}
