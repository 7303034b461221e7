import { momentOf } from '#core/values/zoned-day.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

export type Sender = {
  readonly timeZone: string
  /** ISO weekdays, Monday is 1. */
  readonly weekdays: readonly number[]
  readonly holidays: readonly string[]
  /** Minutes after midnight. */
  readonly time: number
  /** `zone`: a clock on a wall there; `utc`: one that knows no summer. */
  readonly clock: 'zone' | 'utc'
  /** First day, `yyyy-MM-dd`. */
  readonly from: string
  /** Minutes before or after the time, in turn. */
  readonly jitter: readonly number[]
}

const isoWeekday = (day: string): number => new Date(day).getUTCDay() || 7

/** The moments (epoch ms) at which a sender that works as it should uploads, `count` of them. */
export const arrivalsOf = (sender: Sender, count: number): readonly number[] => {
  const { timeZone, weekdays, holidays, time, clock, from, jitter } = sender
  const arrivals: number[] = []
  for (let date = Date.parse(from); arrivals.length < count; date += dayMs) {
    const late = (jitter[arrivals.length % jitter.length] ?? 0) * minuteMs
    const start = momentOf(Date.parse(from) + time * minuteMs, timeZone) + (date - Date.parse(from))
    const moment = (clock === 'zone' ? momentOf(date + time * minuteMs, timeZone) : start) + late
    const day = new Date(date).toISOString().slice(0, 10)
    if (weekdays.includes(isoWeekday(day)) && !holidays.includes(day)) arrivals.push(moment)
  }
  return arrivals
}

/** The place whose days off are the holidays. */
export const placeOf = ({ timeZone, holidays }: Pick<Sender, 'timeZone' | 'holidays'>) => ({
  timeZone,
  isOff: (day: string): boolean => holidays.includes(day),
})
