import * as v from 'valibot'
import { countries } from './countries.ts'

const day = v.pipe(v.string(), v.isoDate('is no day; 2026-12-24 is one'))

/** Days on which no file is expected: the holidays of a country or of a part of it, and days that are named. */
export const CalendarSchema = v.object({
  country: v.pipe(
    v.optional(
      v.nullable(
        v.pipe(
          v.string(),
          v.check((code) => countries.includes(code), 'is no country; DE is one'),
        ),
      ),
      null,
    ),
    v.description('ISO 3166-1, for example `DE`: its public and bank holidays are off.'),
  ),
  region: v.pipe(
    v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,3}$/, 'is no part of a country; BY is one'))), null),
    v.description('ISO 3166-2 without the country, for example `BY`.'),
  ),
  days: v.pipe(v.optional(v.pipe(v.array(day), v.maxLength(1_000)), []), v.description('Other days that are off.')),
})
export type Calendar = v.InferOutput<typeof CalendarSchema>
