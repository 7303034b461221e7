/** Which day and hour it is where a customer is. Zones are IANA names such as `Europe/Berlin`. */

const formats = new Map<string, Intl.DateTimeFormat>()

/** To make one takes longer than to use it a hundred times. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

export const isTimeZone = (name: string): boolean => {
  try {
    return formatOf(name).format(0) !== ''
  } catch {
    return false
  }
}

/** What the clock on the wall shows, as if it were UTC: epoch ms. */
export const wallClock = (moment: number, timeZone: string): number => {
  const parts = formatOf(timeZone).formatToParts(moment)
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** The day (`yyyy-MM-dd`) in a zone at a moment (epoch ms). */
export const dayIn = (moment: number, timeZone: string): string => isoDay(wallClock(moment, timeZone))

const dayMs = 86_400_000
const hourMs = 3_600_000

export const dayAfter = (day: string): string => isoDay(Date.parse(day) + dayMs)

/** The first of two days; null is never. */
export const earlierDay = (day: string | null, other: string | null): string | null =>
  other !== null && (day === null || other < day) ? other : day

/** When the clock on the wall shows `wall`, epoch ms; an hour later where clocks skip that hour. */
export const momentOf = (wall: number, timeZone: string): number => {
  const near = wall - (wallClock(wall, timeZone) - wall)
  return near - (wallClock(near, timeZone) - wall)
}

/** When a day begins in a zone, epoch ms; never before it does, and at most an hour late where clocks change at night. */
export const startOfDay = (day: string, timeZone: string): number => {
  const midnight = Date.parse(day)
  const start = midnight - (wallClock(midnight, timeZone) - midnight)
  return dayIn(start, timeZone) < day ? start + hourMs : start
}
