import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { ColumnsSchema } from '#core/control/columns.ts'
import { CustomFieldSchema } from '#core/control/custom-field.ts'
import { Fault } from '#core/fault.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import type { Slice } from '#core/files/table.ts'
import { FilterRuleSchema } from '#core/filter/employee-filter.ts'
import { DialectSchema } from '#core/mapping/dialect.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import type { Ruling } from '#core/records/row-rules.ts'
import { ScopeSettingSchema } from '#core/scope/scope.ts'

const RulingSchema = v.object({
  timeZone: v.string(),
  today: v.string(),
  scope: v.object({ settings: v.record(v.string(), ScopeSettingSchema), optedOut: v.array(v.string()) }),
  customFields: v.array(v.pick(CustomFieldSchema, ['model', 'key', 'aliases'])),
  columns: v.array(ColumnsSchema),
  filter: v.array(FilterRuleSchema),
  filterIsOpen: v.boolean(),
  hidesTerminations: v.exactOptional(v.boolean()),
})

/** All that decides what the rows of a piece say, beside their bytes. */
const TellingSchema = v.object({
  /** `toldFormat`, and the `readingVersion` of the sync. */
  versions: v.tuple([v.number(), v.number()]),
  integrationId: v.string(),
  dataset: DatasetSchema,
  mapping: MappingSchema,
  ruling: v.nullable(RulingSchema),
  header: v.array(v.string()),
  delimiter: DialectSchema.entries.delimiter,
  missingCells: v.number(),
})
export type Telling = Omit<v.InferOutput<typeof TellingSchema>, 'ruling' | 'header'> & {
  readonly ruling: Omit<Ruling, 'suppressed'> | null
  readonly header: readonly string[]
}

const RangeSchema = v.object({ row: v.number(), index: v.number(), count: v.number() })
const HeadSchema = v.object({
  telling: TellingSchema,
  firstRow: v.number(),
  known: v.array(RangeSchema),
  fresh: v.number(),
})

/** A piece of a large file with all that is needed to tell its rows. */
export type Chunk = { readonly telling: Telling; readonly slice: Slice }

const prefixBytes = 4

/** The length of a head in JSON, the head, the text. */
export const encodeChunk = ({ telling, slice: { text, ...slice } }: Chunk): readonly Uint8Array[] => {
  const head = new TextEncoder().encode(JSON.stringify({ telling, ...slice }))
  const prefix = new Uint8Array(prefixBytes)
  new DataView(prefix.buffer).setUint32(0, head.length, true)
  return [prefix, head, text]
}

/** Throws `CHUNK_UNREADABLE`. */
export const decodeChunk = (bytes: Uint8Array): Chunk => {
  const end = prefixBytes + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const json = new TextDecoder().decode(bytes.subarray(prefixBytes, end))
  const head = v.safeParse(v.pipe(v.string(), v.parseJson(), HeadSchema), json)
  if (!head.success) throw new Fault('CHUNK_UNREADABLE', 'a piece of a file: damaged, or of another release')
  const { telling, ...slice } = head.output
  return { telling, slice: { ...slice, text: bytes.subarray(end) } }
}

const nameLength = 40

/** Equal pieces that are to be told alike have the same name. */
export const nameOfChunk = (parts: readonly Uint8Array[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, nameLength)
}
