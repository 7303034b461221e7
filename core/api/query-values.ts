import * as v from 'valibot'

/** How many results a page may have; 100 unless said. */
export const pageSizeUpTo = (most: number) => {
  const range = `must be a whole number from 1 to ${most}`
  return v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,6}$/, range), v.transform(Number), v.minValue(1, range), v.maxValue(most, range)),
    '100',
  )
}

/** A comma-joined list, sorted and without repetitions; `undefined` when blank, which filters nothing. */
export const CommaListSchema = v.pipe(
  v.string(),
  v.transform((text) => {
    const items = text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
    return items.length > 0 ? [...new Set(items)].sort() : undefined
  }),
)

export const FlagSchema = v.pipe(
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((text) => text === 'true'),
)

const isoMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$/

/** NaN for what no calendar has: the 30th of February would otherwise pass for the 2nd of March. */
const parseMoment = (text: string): number => {
  const [day, time] = [text.slice(0, 10), text.slice(11).replace('Z', '')]
  const moment = Date.parse(`${day}T${time === '' ? '00:00:00' : time}Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day) ? moment : Number.NaN
}

/** A date, or a moment in UTC, as epoch milliseconds. */
export const MomentSchema = v.pipe(
  v.string(),
  v.regex(isoMoment, 'must be a date or a moment in UTC such as 2026-01-31T12:00:00.000Z'),
  v.transform(parseMoment),
  v.check((moment) => !Number.isNaN(moment), 'is not a day or time that exists'),
)

/** The day of a date or moment, `yyyy-MM-dd`. */
export const DaySchema = v.pipe(
  MomentSchema,
  v.transform((moment) => new Date(moment).toISOString().slice(0, 10)),
)

const customFieldFormat = 'must be a JSON object with one custom field, such as {"shoe_size":"42"}'
const customFieldValues = 'must be a text, a number, true, false or null'

/** Null for what is no JSON. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** One custom field and the value it must have; `undefined` when blank, which filters nothing. */
export const CustomFieldSchema = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? undefined : parseJson(text))),
  v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.nullable(v.union([v.string(), v.number(), v.boolean()], customFieldValues)),
        customFieldFormat,
      ),
      v.entries(1, customFieldFormat),
      v.transform((fields) => Object.entries(fields).map(([key, value]) => ({ key, value }))[0]),
    ),
  ),
)
