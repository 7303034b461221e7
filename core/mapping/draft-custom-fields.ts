import type { CustomField } from '#core/control/custom-field.ts'
import { customFieldTarget } from './added-fields.ts'
import { columnIndex } from './columns.ts'
import type { Draft } from './draft.ts'

type Named = Pick<CustomField, 'key' | 'label' | 'aliases'>
type Found = { readonly key: string; readonly column: string; readonly confidence: number; readonly reason: string }

const ofAlias = 0.95
const ofName = 0.8

/** The column that an alias names, used elsewhere or not; else one that is called as the field and free. */
const findColumn = (
  { key, label, aliases }: Named,
  header: readonly string[],
  free: readonly string[],
): Found | undefined => {
  const called = (columns: readonly string[], names: readonly string[]): string | undefined =>
    names.map((name) => columns[columnIndex(columns, name)]).find((column) => column !== undefined)
  const aliased = called(header, aliases)
  if (aliased !== undefined)
    return { key, column: aliased, confidence: ofAlias, reason: 'It is an alias of the custom field.' }
  const named = called(free, label === null ? [key] : [key, label])
  return named === undefined
    ? undefined
    : { key, column: named, confidence: ofName, reason: 'The column is called as the custom field.' }
}

/** A draft with the custom fields that the columns of the file fill. */
export const draftCustomFields = (draft: Draft, header: readonly string[], customFields: readonly Named[]): Draft => {
  const found = customFields.flatMap((field) => findColumn(field, header, draft.unmapped) ?? [])
  if (found.length === 0) return draft
  const sources = found.map(({ key, column }) => [customFieldTarget(key), [{ from: 'column' as const, column }]])
  const used = new Set(found.map(({ column }) => column))
  return {
    ...draft,
    mapping: { ...draft.mapping, fields: { ...draft.mapping.fields, ...Object.fromEntries(sources) } },
    proposals: [
      ...draft.proposals,
      ...found.map(({ key, ...proposal }) => ({ field: customFieldTarget(key), ...proposal })),
    ],
    unmapped: draft.unmapped.filter((column) => !used.has(column)),
  }
}
