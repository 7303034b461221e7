import type { HolidaysTypes } from 'date-holidays'
import type { Calendar } from '#core/cadence/calendar.ts'

const kinds: readonly HolidaysTypes.HolidayType[] = ['public', 'bank']

/** The first days of holidays are written in the country's own time; those of several days are few. */
const daysOf = ({ date, start, end }: HolidaysTypes.Holiday): readonly string[] => {
  const first = Date.parse(date.slice(0, 10))
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000))
  return Array.from({ length: count }, (_, index) => new Date(first + index * 86_400_000).toISOString().slice(0, 10))
}

/** Whether a day (`yyyy-MM-dd`) is off. The holidays of the world are loaded only where a country is set. */
export const daysOff = async ({ country, region, days }: Calendar): Promise<(day: string) => boolean> => {
  const listed = new Set(days)
  if (country === null) return (day) => listed.has(day)
  const { default: Holidays } = await import('date-holidays')
  const holidays = region === null ? new Holidays(country) : new Holidays(country, region)
  const years = new Map<string, ReadonlySet<string>>()
  const ofYear = (year: string): ReadonlySet<string> => {
    const known = years.get(year)
    if (known) return known
    const all = holidays.getHolidays(Number(year)).filter(({ type }) => kinds.includes(type))
    const found = new Set(all.flatMap(daysOf))
    years.set(year, found)
    return found
  }
  return (day) => listed.has(day) || ofYear(day.slice(0, 4)).has(day)
}
