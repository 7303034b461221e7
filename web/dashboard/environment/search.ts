import * as v from 'valibot'
import { MetricRangeSchema } from '#core/api/endpoints/metrics.ts'

/** The address holds texts that look like numbers as numbers; what cannot be read counts as left out. */
const text = v.fallback(
  v.pipe(
    v.optional(v.union([v.string(), v.number(), v.boolean()])),
    v.transform((value) => (value === undefined || value === '' ? undefined : String(value))),
  ),
  undefined,
)

const reader =
  <Schema extends v.ObjectSchema<v.ObjectEntries, undefined>>(schema: Schema) =>
  (search: Readonly<Record<string, unknown>>): Partial<v.InferOutput<Schema>> =>
    v.parse(schema, search)

/** Which one of a list is open: its id, or `new`. */
export const readOpen = reader(v.object({ open: text }))

export const readScope = reader(v.object({ config: text, model: text }))

export const readDelivery = reader(v.object({ delivery: text }))

const day = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined)

export const readAudit = reader(v.object({ who: text, action: text, integration: text, from: day, to: day }))
export type AuditSearch = ReturnType<typeof readAudit>

export const readHealth = reader(v.object({ range: v.fallback(v.optional(MetricRangeSchema), undefined) }))
