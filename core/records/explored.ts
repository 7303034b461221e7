import type { ModelId } from '#core/model/models.ts'
import { isJsonObject, type Json, type JsonObject } from './built-record.ts'

/** What a cell of a table of records shows. */
export type Cell = string | number | boolean | null

const shown = (value: Json): string => {
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}

const valuesAt = (value: Json, [name, ...rest]: readonly string[]): readonly Json[] => {
  if (Array.isArray(value))
    return value.flatMap((each: Json) => valuesAt(each, name === undefined ? [] : [name, ...rest]))
  if (name === undefined) return value === null ? [] : [value]
  return isJsonObject(value) && Object.hasOwn(value, name) ? valuesAt(value[name] ?? null, rest) : []
}

/** The value at a path such as `manager.display_full_name`; of a list, such as `groups.name`, all values joined by commas. */
export const cellAt = (body: JsonObject, path: string): Cell => {
  const values = valuesAt(body, path.split('.'))
  const [first] = values
  if (first === undefined) return null
  if (values.length === 1 && (typeof first === 'number' || typeof first === 'boolean')) return first
  return values.map(shown).join(', ')
}

type Leaf = { readonly path: readonly string[]; readonly value: Cell }

/** Every value of a record with the keys, and the places in lists, that lead to it. */
export const leavesOf = (value: Json, path: readonly string[] = []): readonly Leaf[] => {
  if (value === null || typeof value !== 'object') return [{ path, value }]
  const children: readonly (readonly [string, Json])[] = Array.isArray(value)
    ? value.map((child: Json, index) => [String(index), child])
    : Object.entries(value)
  return children.length === 0
    ? [{ path, value: null }]
    : children.flatMap(([key, child]) => leavesOf(child, [...path, key]))
}

/** Fields in which a search looks, beside the ids of a record. */
const searchedFields: Readonly<Record<ModelId, readonly string[]>> = {
  hris_employees: ['first_name', 'last_name', 'display_full_name', 'work_email', 'personal_email', 'employee_number'],
  hris_employments: ['job_title'],
  hris_teams: ['name'],
  hris_legal_entities: ['name'],
  hris_locations: ['name'],
  hris_absence_types: ['name'],
  hris_absences: ['type.name'],
  hris_time_off_balances: ['type.name'],
  hris_timesheets: [],
}

/** The field that says in which state a record is, where a model has one. */
export const statusFields: Partial<Readonly<Record<ModelId, string>>> = {
  hris_employees: 'employment_status',
  hris_absences: 'status',
  hris_timesheets: 'approval_status',
}

/** Upper and lower case, and accents, make no difference to whoever looks for somebody. */
const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The words of a search. */
export const searchWords = (text: string): readonly string[] =>
  folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')

/** Whether every word stands somewhere in what a record is called. */
export const isCalled = (
  model: ModelId,
  { id, remoteId }: { readonly id: string; readonly remoteId: string | null },
  body: JsonObject,
  words: readonly string[],
): boolean => {
  const texts = searchedFields[model].map((field) => cellAt(body, field)).filter((value) => value !== null)
  const all = folded([remoteId ?? '', id, ...texts].join('\n'))
  return words.every((word) => all.includes(word))
}

/** What a record is called: ids mean little to whoever reads them. */
export const titleOf = (body: JsonObject): string | null => {
  const names = ['display_full_name', 'name', 'job_title', 'type.name'].map((field) => cellAt(body, field))
  const named = names.find((value) => value !== null) ?? null
  return named === null ? null : String(named)
}
