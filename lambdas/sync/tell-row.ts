import type { Dataset } from '#core/files/datasets.ts'
import type { RowMarks } from '#core/files/table.ts'
import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import type { ContentHash } from '#core/ports/system.ts'
import { buildRow } from '#core/records/build.ts'
import type { BuiltRecord, BuiltRow, Mention } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { recordHashes } from './record-hashes.ts'

/** A record of a row, whose own properties are told apart. `id` is what its key comes to, where that was computed already. */
export type ToldRecord = Omit<BuiltRecord, 'own' | 'mentions'> & {
  readonly id?: string
  readonly mentions: readonly (Mention & { readonly id?: string })[]
}

/** Its own properties as JSON, and the hashes that a manifest remembers of it. */
export type Told = ReturnType<typeof recordHashes>

/** What a row says by itself, whatever stands in others and is committed. */
export type ToldRow = { readonly row: number } & (
  | { readonly kind: 'quarantined'; readonly key: string | null; readonly issues: readonly Issue[] }
  /** About somebody whom the filter leaves out. `due`: the day from which that may be otherwise. */
  | { readonly kind: 'left-out'; readonly key: string; readonly due: string | null }
  | {
      readonly kind: 'record'
      readonly key: string
      readonly due: string | null
      readonly issues: readonly Issue[]
      readonly marks: RowMarks | null
      readonly record: ToldRecord
      readonly derived: readonly BuiltRecord[]
      /** Absent where the record is too large to be stored. */
      readonly told?: Told
    }
)

/** What the records table takes, less what a record shows of its manager. */
const maxRecordBytes = 300_000
/** What a record may show of itself inside others. */
const maxEmbedBytes = 80_000

/** A record repeats a text a few times, and JSON spells a character in six at most: below this it cannot be too large. */
const harmlessTextLength = 4_000

const textLength = (values: FieldValues): number => {
  let length = 0
  for (const field in values) {
    const value = values[field]
    if (typeof value === 'string') length += value.length
  }
  return length
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength

const tooLarge = ({ record, derived }: BuiltRow, values: FieldValues): boolean => {
  if (textLength(values) < harmlessTextLength) return false
  // Groups are shown twice: once under their deprecated name.
  if (bytesOf([record, derived, derived]) > maxRecordBytes) return true
  return bytesOf(embedOf(record.model, record.own)) > maxEmbedBytes
}

/** A record under the key that it has since what its row calls it was linked to something else. */
const withKey = (record: BuiltRecord, keys: LinkedKeys | undefined): BuiltRecord =>
  keys ? { ...record, key: keys.keyOf(record.remoteId) } : record

/** Whether a manager goes by a name that was linked to another one: what is remembered of the row calls them by that. */
const namesLinked = ({ mentions }: BuiltRecord, keys: LinkedKeys | undefined): boolean =>
  keys !== undefined && mentions.some(({ role, key }) => role === 'manager' && keys.keyOf(key) !== key)

type TellingRules = {
  readonly dataset: Dataset
  readonly hash: ContentHash
  /** Without any, a row becomes what the mapping alone makes of it. */
  readonly rules?: Pick<RowRules, 'judge' | 'build'> | undefined
  /** Absent where every record is called what its id is made of. */
  readonly keys?: LinkedKeys | undefined
}

/** Makes of mapped rows what they say by themselves: the dear part of a sync, which needs nothing but the row. */
export const rowTeller =
  ({ dataset, hash, rules, keys }: TellingRules) =>
  (mapped: MappedRow, marks: RowMarks | null = null): ToldRow => {
    if (mapped.kind === 'quarantined') return mapped
    const { row, key, values, issues } = mapped
    const verdict = rules?.judge?.(values)
    const due = verdict?.due ?? null
    if (verdict && !verdict.kept) return { kind: 'left-out', row, key, due }
    const built = rules?.build(key, values) ?? buildRow(dataset, key, values)
    const record = withKey(built.record, keys)
    const known = namesLinked(record, keys) ? null : marks
    const said = { kind: 'record', row, key, due, issues, marks: known, record, derived: built.derived } as const
    return tooLarge({ ...built, record }, values) ? said : { ...said, told: recordHashes(record, hash) }
  }
