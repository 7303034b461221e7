import type { Mapping, Source } from './mapping.ts'

/** What a field, or the id, is made from on each side; null where it is not mapped. */
type FieldChange = {
  readonly field: string
  readonly before: readonly Source[] | null
  readonly after: readonly Source[] | null
}

export type MappingChanges = {
  readonly id: { readonly before: readonly string[]; readonly after: readonly string[] } | null
  /** Whether files are cut into cells in another way. */
  readonly dialect: boolean
  /** Whether other files are joined, or the same ones by other keys. */
  readonly joins: boolean
  /** Whether files hold something else than before, or blank cells say something else. */
  readonly mode: boolean
  /** Whether several rows of one person mean something else. */
  readonly rows: boolean
  readonly fields: readonly FieldChange[]
}

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Whether two parts of mappings say the same, in whatever order their keys stand. */
const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null, sortedKeys) === JSON.stringify(b ?? null, sortedKeys)

/** Which files are read together, and when. */
const waysOf = ({ files, joins, quietMinutes, manifest }: Mapping) => [files, joins, quietMinutes, manifest]

/** What differs between two mappings of one dataset; fields by name. */
export const mappingChanges = (before: Mapping, after: Mapping): MappingChanges => {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].toSorted()
  const changed = names.filter((field) => !isSame(before.fields[field], after.fields[field]))
  return {
    id: isSame(before.id, after.id) ? null : { before: before.id.columns, after: after.id.columns },
    dialect: !isSame(before.dialect, after.dialect),
    joins: !isSame(waysOf(before), waysOf(after)),
    mode: !isSame([before.mode, before.keep], [after.mode, after.keep]),
    rows: !isSame(before.rows, after.rows),
    fields: changed.map((field) => ({
      field,
      before: before.fields[field] ?? null,
      after: after.fields[field] ?? null,
    })),
  }
}
