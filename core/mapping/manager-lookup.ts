import { saysNoManager } from '#core/values/no-manager.ts'
import { wordKey } from '#core/values/word-key.ts'
import { columnIndex } from './columns.ts'
import type { Mapping, Source } from './mapping.ts'

// A manager may be named by a number, an address or a name. Who that is, only all rows of the file can tell.

const keyed = ['employee_number', 'work_email', 'display_full_name'] as const
type Keyed = (typeof keyed)[number]

const managerField = 'manager.remote_id'

/** A column that no file has: it holds the ids of managers that were looked up. */
export const managerColumn = '\u0000'

/** What one field of a person, and that of a manager, is read from. */
type Lookup = {
  readonly field: Keyed
  /** In which cells a person has it: the first that is filled, or the cells of several columns together. */
  readonly own: readonly (readonly number[])[]
  readonly manager: readonly number[]
}

const columnsOf = (sources: readonly Source[] | undefined, header: readonly string[]): readonly number[] =>
  (sources ?? []).flatMap((source) => {
    const index = source.from === 'column' ? columnIndex(header, source.column) : -1
    return index < 0 ? [] : [index]
  })

const ownColumns = ({ fields }: Mapping, field: Keyed, header: readonly string[]): Lookup['own'] => {
  const own = columnsOf(fields[field], header).map((index) => [index])
  if (own.length > 0 || field !== 'display_full_name') return own
  return [[...columnsOf(fields.first_name, header).slice(0, 1), ...columnsOf(fields.last_name, header).slice(0, 1)]]
}

/** What has to be looked up for the managers of a file; nothing where they are named by their ids. */
export const managerLookups = (mapping: Mapping, header: readonly string[]): readonly Lookup[] =>
  mapping.dataset === 'employees'
    ? keyed
        .map((field) => ({
          field,
          own: ownColumns(mapping, field, header),
          manager: columnsOf(mapping.fields[`manager.${field}`], header),
        }))
        .filter(({ manager }) => manager.length > 0)
    : []

const fieldsLookedUp: readonly string[] = keyed.map((field) => `manager.${field}`)

/** The columns that name managers so that they have to be looked up. */
export const lookedUp = ({
  dataset,
  fields,
}: Mapping): readonly { readonly field: string; readonly column: string }[] =>
  dataset === 'employees'
    ? fieldsLookedUp.flatMap((field) =>
        (fields[field] ?? []).flatMap((source) => (source.from === 'column' ? [{ field, column: source.column }] : [])),
      )
    : []

/** The mapping that reads what was looked up. */
export const withManagersLookedUp = (mapping: Mapping): Mapping => {
  const kept = Object.entries(mapping.fields).filter(([field]) => !fieldsLookedUp.includes(field))
  if (kept.length === Object.keys(mapping.fields).length) return mapping
  const ids = mapping.fields[managerField] ?? []
  return {
    ...mapping,
    fields: { ...Object.fromEntries(kept), [managerField]: [...ids, { from: 'column', column: managerColumn }] },
  }
}

/** How a text is compared: addresses in lower case, names by their words in any order. */
const keyOf = (field: Keyed, text: string): string => {
  if (field === 'employee_number') return text
  if (field === 'work_email') return text.toLowerCase()
  return wordKey(text).split(' ').toSorted().join(' ')
}

const several = Symbol('several people')

/** Whom the managers of a file are, once all its rows were added. */
export const managerDirectory = (lookups: readonly Lookup[]) => {
  const people = new Map<string, string | typeof several>()
  const textOf = (cells: readonly string[], indexes: readonly number[]): string =>
    indexes
      .map((index) => (cells[index] ?? '').trim())
      .filter((cell) => cell !== '')
      .join(' ')
  const firstOf = (cells: readonly string[], columns: readonly (readonly number[])[]): string =>
    columns.map((indexes) => textOf(cells, indexes)).find((text) => text !== '') ?? ''
  const place = (field: Keyed, text: string): string => `${field} ${keyOf(field, text)}`
  return {
    add: (id: string, cells: readonly string[]): void => {
      for (const { field, own } of lookups) {
        const text = firstOf(cells, own)
        if (text === '') continue
        const known = people.get(place(field, text))
        people.set(place(field, text), known === undefined || known === id ? id : several)
      }
    },
    /** The id of the manager that a row names; its text where nobody is found, nothing where it names none or several people. */
    find: (id: string, cells: readonly string[]): { readonly text: string; readonly several?: string } => {
      let unknown = ''
      for (const { field, manager } of lookups) {
        const text = firstOf(
          cells,
          manager.map((index) => [index]),
        )
        if (text === '') continue
        if (saysNoManager(text)) return { text: '' }
        const found = people.get(place(field, text))
        if (found === several) return { text: '', several: text }
        if (found !== undefined) return { text: found === id ? '' : found }
        unknown ||= text
      }
      return { text: unknown }
    },
  }
}
