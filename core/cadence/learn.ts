import { isoDay, wallClock } from '#core/values/zoned-day.ts'
import { type Cadence, type Place, type Weekday, weekdays } from './cadence.ts'
import { dayOf, lateFrom, weekdayOf } from './late-from.ts'

/** Before so many arrivals nothing is known of the next one. */
const leastArrivals = 5
/** What comes within so many minutes are parts of one delivery, or a second try. */
const burstMs = 30 * 60_000
const hourMs = 60 * 60_000
const dayMs = 24 * hourMs
/** By so many of a weekday it is judged whether files come on it. */
const latestWeeks = 4

/** A quantile of numbers; 0 of none. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0

const deliveriesOf = (arrivals: readonly number[]): readonly number[] => {
  const deliveries: number[] = []
  for (const each of [...arrivals].sort((one, other) => one - other))
    if (each - (deliveries.at(-1) ?? -Infinity) >= burstMs) deliveries.push(each)
  return deliveries
}

const gapsOf = (moments: readonly number[]): readonly number[] =>
  moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment))

/** From one time of day to another, in minutes: at most half a day, backwards where that is nearer. */
const fromTo = (one: number, other: number): number => ((((other - one + 720) % 1440) + 1440) % 1440) - 720

/** By how many minutes what comes earlier than usual may still be the beginning of the usual. */
const earliest = -120

/**
 * The time of day at which the sender begins: the earliest of those around the one that is nearest to all others. Exports take
 * their time, so what comes on both sides of midnight belongs to the day before.
 */
const usualTime = (moments: readonly number[], { timeZone }: Place): string => {
  const times = moments.map((moment) => Math.floor((wallClock(moment, timeZone) % dayMs) / 60_000))
  const apart = (time: number): number => times.reduce((sum, other) => sum + Math.abs(fromTo(time, other)), 0)
  const middle = times.reduce((best, time) => (apart(time) < apart(best) ? time : best), times[0] ?? 0)
  const before = times.map((time) => fromTo(middle, time)).filter((minutes) => minutes >= earliest)
  const time = (middle + Math.min(0, ...before) + 1440) % 1440
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
}

const workdays: readonly Weekday[] = weekdays.slice(0, 5)

/**
 * The weekdays on which files come: on half of the latest ones that were not off. A workday that was always off comes after the
 * other workdays.
 */
const usualWeekdays = (moments: readonly number[], time: string, { timeZone, isOff }: Place): readonly Weekday[] => {
  const days = new Set(moments.map((moment) => dayOf(moment, time, timeZone)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const seen = new Map<Weekday, boolean[]>()
  for (let day = last; day >= first; day -= 1) {
    const latest = seen.get(weekdayOf(day)) ?? []
    if (latest.length < latestWeeks && !isOff(isoDay(day * dayMs))) seen.set(weekdayOf(day), [...latest, days.has(day)])
  }
  const comesOn = (weekday: Weekday): boolean | undefined => {
    const latest = seen.get(weekday)
    return latest && latest.filter(Boolean).length * 2 >= latest.length
  }
  const onEveryWorkday = workdays.every((weekday) => comesOn(weekday) !== false)
  return weekdays.filter((weekday) => comesOn(weekday) ?? (onEveryWorkday && workdays.includes(weekday)))
}

/** A cadence whose grace is not known yet, the least grace, and the most, in hours. */
type Candidate = { readonly cadence: Cadence; readonly least: number; readonly most: number }

/** What the moments may follow, by the usual time between them. */
const candidatesOf = (moments: readonly number[], place: Place): readonly Candidate[] => {
  const gap = quantile(gapsOf(moments), 0.5)
  const [hours, days] = [Math.max(1, Math.round(gap / hourMs)), Math.round(gap / dayMs)]
  const time = usualTime(moments, place)
  const onDays = [...usualWeekdays(moments, time, place)]
  const grace = 0
  const dates = moments.map((moment) => new Date(dayOf(moment, time, place.timeZone) * dayMs).getUTCDate())
  const byHours = { cadence: { every: 'hours', hours, weekdays: onDays, grace }, least: 1, most: hours } as const
  const byWeek = { cadence: { every: 'week', weekdays: onDays, time, grace }, least: 2, most: 12 } as const
  const byDays = { cadence: { every: 'days', days, time, grace }, least: days, most: days * 12 } as const
  const byMonth = { cadence: { every: 'month', day: quantile(dates, 0.5), time, grace }, least: 24, most: 168 } as const
  return [
    ...(hours < 20 && onDays.length > 0 ? [byHours] : []),
    ...(days < 8 && onDays.length > 0 ? [byWeek] : []),
    ...(days > 1 && days <= 366 ? [byDays] : []),
    ...(days > 24 && days < 36 ? [byMonth] : []),
  ]
}

/** The grace that the past asks for: twice what nine of ten were behind their time. */
const withGrace = ({ cadence, least, most }: Candidate, moments: readonly number[], place: Place): Cadence => {
  const behind = moments.slice(1).map((moment, index) => moment - lateFrom(cadence, moments[index] ?? moment, place))
  const hours = Math.ceil((2 * quantile(behind, 0.9)) / hourMs)
  return { ...cadence, grace: Math.min(most, Math.max(least, hours)) }
}

/**
 * The cadence that arrivals (epoch ms) have kept: the one that would have missed the fewest, and of those the one that notices a gap
 * first. `undefined` while there are too few, or when they come as they like: when any would have missed more than every fourth.
 */
export const learnCadence = (arrivals: readonly number[], place: Place): Cadence | undefined => {
  const moments = deliveriesOf(arrivals)
  if (moments.length < leastArrivals) return undefined
  const judged = candidatesOf(moments, place).map((candidate) => {
    const cadence = withGrace(candidate, moments, place)
    const limits = moments.slice(0, -1).map((moment) => lateFrom(cadence, moment, place))
    const misses = limits.filter((limit, index) => (moments[index + 1] ?? limit) > limit).length
    const waits = limits.reduce((sum, limit, index) => sum + limit - (moments[index] ?? limit), 0)
    return { cadence, misses, waits }
  })
  const best = judged.toSorted((one, other) => one.misses - other.misses || one.waits - other.waits).at(0)
  return best && best.misses * 4 <= moments.length - 1 ? best.cadence : undefined
}
