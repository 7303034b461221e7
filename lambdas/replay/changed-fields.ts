import type { StoredRecord } from '#core/ports/record-store.ts'
import { isJsonObject, type Json, type JsonObject, type Role, roles } from '#core/records/built-record.ts'
import type { Reference } from '#core/records/render.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { ComparedRecord, Comparison } from '#core/sync/compare.ts'

type Cell = string | number | boolean | null

export type FieldChange = { readonly field: string; readonly before: Cell; readonly after: Cell }

/** Every value below a field by its path, `home_address.city`; lists count as a whole. */
const valuesIn = (value: Json, path: string): readonly (readonly [path: string, value: Cell])[] => {
  if (value === null || typeof value !== 'object') return [[path, value]]
  if (!isJsonObject(value)) return [[path, value.length === 0 ? null : JSON.stringify(value)]]
  return Object.entries(value).flatMap(([name, child]) => valuesIn(child, `${path}.${name}`))
}

const ownChanges = (before: JsonObject, after: JsonObject): readonly FieldChange[] =>
  Object.keys(after).flatMap((name) => {
    const then = new Map(valuesIn(before[name] ?? null, name))
    const now = new Map(valuesIn(after[name] ?? null, name))
    return [...new Set([...then.keys(), ...now.keys()])]
      .map((field) => ({ field, before: then.get(field) ?? null, after: now.get(field) ?? null }))
      .filter((change) => change.before !== change.after)
  })

/** Whom a record mentions in a role, by their remote ids. */
const mentioned = ({ records, base }: Comparison, references: readonly Reference[], role: Role): string | null => {
  const remoteIdOf = (id: string): string => {
    const index = base.find(id)
    return records.get(id)?.next.remoteId ?? (index < 0 ? id : base.remoteId(index))
  }
  const ids = references.filter((each) => each.role === role).map(({ id }) => remoteIdOf(id))
  return ids.length === 0 ? null : ids.toSorted().join(', ')
}

const mentionChanges = (comparison: Comparison, { base, next }: ComparedRecord): readonly FieldChange[] =>
  roles
    .filter((role) => role !== 'alias')
    .map((role) => ({
      field: `${role}.remote_id`,
      before: mentioned(comparison, base?.references ?? [], role),
      after: mentioned(comparison, next.references, role),
    }))
    .filter((change) => change.before !== change.after)

/** How a record that a file gives differs from what is stored of it, field by field. */
export const changedFields = (
  comparison: Comparison,
  record: ComparedRecord,
  stored: StoredRecord | undefined,
  built: string | undefined,
): readonly FieldChange[] => {
  const after: JsonObject = built === undefined ? {} : JSON.parse(built)
  const isThere = stored !== undefined && stored.deletedAt === null
  return [...ownChanges(isThere ? storedBody(stored) : {}, after), ...mentionChanges(comparison, record)]
}
