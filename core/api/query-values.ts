import * as v from 'valibot'

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

const isoDateTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$/

/** A date, or a moment in UTC, as epoch milliseconds. */
export const MomentSchema = v.pipe(
  v.string(),
  v.regex(isoDateTime, 'must be a date or a moment in UTC such as 2026-01-31T12:00:00.000Z'),
  v.transform((text) =>
    Date.parse(text.includes('T') && !text.endsWith('Z') ? `${text}Z` : text.replace(/^(.{10})Z$/, '$1')),
  ),
  v.check((moment) => !Number.isNaN(moment), 'is not a day or time that exists'),
)

/** The day of a date or moment, `yyyy-MM-dd`. */
export const DaySchema = v.pipe(
  MomentSchema,
  v.transform((moment) => new Date(moment).toISOString().slice(0, 10)),
)
