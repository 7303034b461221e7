import { spelledDay } from './date-words.ts'
import { isFlaw, type Reading, type ValueReader } from './reading.ts'

/** A two-digit year below the pivot belongs to this century. Birth dates have an earlier one. */
export const yearPivot = { usual: 50, birth: 20 } as const

export type DateFormat = {
  readonly parts: readonly { readonly unit: 'y' | 'M' | 'd'; readonly digits: number; readonly separator: number }[]
  /** With separators a day or month may have one digit. */
  readonly separated: boolean
}

const isUnit = (unit: string | undefined): unit is 'y' | 'M' | 'd' => unit === 'y' || unit === 'M' || unit === 'd'

/** `format` as `DateFormatSchema` takes it; its time of day is left aside. */
export const dateFormat = (format: string): DateFormat => {
  const matches = [...format.matchAll(/(yyyy|yy|MM?|dd?)([-./ ]?)/g)].slice(0, 3)
  const parts = matches.flatMap(([, token = '', separator = ''], i) => {
    const unit = token[0]
    // What follows the last part is the time of day, if anything.
    const code = i === 2 || separator === '' ? 0 : separator.charCodeAt(0)
    return isUnit(unit) ? [{ unit, digits: unit === 'y' ? token.length : 2, separator: code }] : []
  })
  return { parts, separated: parts.slice(0, 2).every(({ separator }) => separator !== 0) }
}

export const isoFormat = dateFormat('yyyy-MM-dd')
const basicIsoFormat = dateFormat('yyyyMMdd')

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number; readonly end: number }

const digitAt = (text: string, at: number): number => {
  const digit = text.charCodeAt(at) - 48
  return digit >= 0 && digit <= 9 ? digit : -1
}

/** The three numbers at the start of `text` and where they end; `undefined` when the text is not of this shape. */
export const readDay = (text: string, format: DateFormat, pivot: number): CalendarDay | undefined => {
  let at = 0
  let year = 0
  let month = 0
  let day = 0
  for (const { unit, digits, separator } of format.parts) {
    const start = at
    let number = 0
    for (let digit = digitAt(text, at); digit >= 0 && at - start < digits; digit = digitAt(text, at)) {
      number = number * 10 + digit
      at += 1
    }
    const least = unit === 'y' || !format.separated ? digits : 1
    if (at - start < least) return undefined
    if (unit === 'y') year = digits === 2 ? number + (number < pivot ? 2000 : 1900) : number
    else if (unit === 'M') month = number
    else day = number
    if (separator !== 0 && text.charCodeAt(at) !== separator) return undefined
    if (separator !== 0) at += 1
  }
  return { year, month, day, end: at }
}

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Years before 1000 are typing errors in HR data. */
export const isCalendarDay = ({ year, month, day }: CalendarDay): boolean =>
  year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** How systems write "no date" where a column must hold one: `00.00.0000`, `0001-01-01`. */
export const isNoDay = ({ year, month, day }: CalendarDay): boolean =>
  (year % 100 === 0 && month === 0 && day === 0) || (year === 1 && month === 1 && day === 1)

const two = (number: number): string => (number < 10 ? `0${number}` : String(number))

/** `yyyy-MM-dd` */
const isoDay = ({ year, month, day }: CalendarDay): string => `${year}-${two(month)}-${two(day)}`

/** What may stand behind a day: a time, a zone, or both, as in `2020-01-31-08:00` and `2020-01-31 00:00:00 UTC`. */
const zone = String.raw`(?: ?(?:Z|[A-Z]{3,4}|[+-]\d{2}(?::?\d{2})?))?`
const timeOfDay = new RegExp(
  String.raw`^(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?${zone}|Z|[+-]\d{2}:\d{2})$`,
)

const unreadable: Reading = { code: 'DATE_UNREADABLE', value: null }

/** Day 0 of spreadsheets, which count 29 February 1900 as if there had been one: true from March 1900 on. */
const serialStart = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000
/** March 1900 to the end of the year 9999. */
const [firstSerial, lastSerial] = [61, 2_958_465]

/** How a spreadsheet counts days: `45000` is 15 March 2023. What stands behind the point is the time of day. */
const readSerial: ValueReader = (text) => {
  const serial = /^\d{2,7}(?:[.,]\d+)?$/.test(text) ? Number.parseInt(text, 10) : 0
  if (serial < firstSerial || serial > lastSerial) return unreadable
  return new Date(serialStart + serial * dayMs).toISOString().slice(0, 10)
}

/** The format of days that are counted as spreadsheets do. */
export const serialFormat = 'serial'

/** A day that was found in a text, if nothing but a time stands behind it; `undefined` for one that means none. */
const readingOf = (day: CalendarDay | undefined, text: string): Reading => {
  if (day === undefined || (day.end < text.length && !timeOfDay.test(text.slice(day.end)))) return unreadable
  if (isCalendarDay(day)) return isoDay(day)
  return isNoDay(day) ? undefined : unreadable
}

/** Reads dates of one format, ISO 8601 without one, and of no other. A time of day after the date is left aside. */
export const strictDateReader = (format: string | undefined, pivot: number = yearPivot.usual): ValueReader => {
  if (format === serialFormat) return readSerial
  const shape = format === undefined ? isoFormat : dateFormat(format)
  return (text) => {
    const day = readDay(text, shape, pivot) ?? (format === undefined ? readDay(text, basicIsoFormat, pivot) : undefined)
    return readingOf(day, text)
  }
}

/** A year in two digits or four. */
const fullYear = (year: string, pivot: number): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < pivot ? 2000 : 1900)

/** Reads dates that can be read in one way only: ISO 8601, and those whose month is a word. */
export const certainDateReader =
  (pivot: number = yearPivot.usual): ValueReader =>
  (text) => {
    const iso = readDay(text, isoFormat, pivot)
    if (iso) return readingOf(iso, text)
    const spelled = spelledDay(text)
    return readingOf(spelled && { ...spelled, year: fullYear(spelled.year, pivot) }, text)
  }

/** Days of this and the last century, counted as spreadsheets do: five digits, which are no other date. */
export const isDaySerial = (text: string): boolean => /^[1-7]\d{4}(?:[.,]\d+)?$/.test(text)

/**
 * Reads dates of one format (ISO 8601 without one) as `yyyy-MM-dd`, checked against the calendar. What can be read in one way only is
 * understood in every column, since spreadsheets mix texts with typed days: ISO 8601, months as words, and days that are counted.
 * `9999-12-31` and the like stay dates.
 */
export const dateReader = (format: string | undefined, pivot: number = yearPivot.usual): ValueReader => {
  const strict = strictDateReader(format, pivot)
  const certain = certainDateReader(pivot)
  const mayBeSerial = format === undefined || dateFormat(format).separated
  return (text) => {
    const read = strict(text)
    if (!isFlaw(read)) return read
    return mayBeSerial && isDaySerial(text) ? readSerial(text) : certain(text)
  }
}
