import { saysNoManager } from '#core/values/no-manager.ts'
import { isFlaw } from '#core/values/reading.ts'
import { wordKey } from '#core/values/word-key.ts'
import { type CompiledSource, compileSource } from './compile-field.ts'
import type { Mapping } from './mapping.ts'

// A manager may be named by a number, an address or a name. Who that is, only all rows of the file can tell.

const keyed = ['employee_number', 'work_email', 'display_full_name'] as const
type Keyed = (typeof keyed)[number]

const managerField = 'manager.remote_id'

/** A column that no file has: it holds the ids of managers that were looked up. */
export const managerColumn = '\u0000'

/** A column and what its cells say there. */
type Place = Pick<CompiledSource, 'index' | 'read'>

/** What one field of a person, and that of a manager, is read from. */
type Lookup = {
  readonly field: Keyed
  /** In which cells a person has it: the first that is filled, or the cells of several columns together. */
  readonly own: readonly (readonly Place[])[]
  readonly manager: readonly Place[]
}

const placesOf = ({ dataset, fields }: Mapping, field: string, header: readonly string[]): readonly Place[] =>
  (fields[field] ?? []).flatMap((source) => {
    if (source.from !== 'column') return []
    const compiled = compileSource(field, { kind: field.endsWith('email') ? 'email' : 'text' }, source, {
      dataset,
      header,
      unused: [],
    })
    return 'read' in compiled ? [compiled] : []
  })

const ownPlaces = (mapping: Mapping, field: Keyed, header: readonly string[]): Lookup['own'] => {
  const own = placesOf(mapping, field, header).map((place) => [place])
  if (own.length > 0 || field !== 'display_full_name') return own
  return [['first_name', 'last_name'].flatMap((name) => placesOf(mapping, name, header).slice(0, 1))]
}

/** What has to be looked up for the managers of a file; nothing where they are named by their ids. */
export const managerLookups = (mapping: Mapping, header: readonly string[]): readonly Lookup[] =>
  mapping.dataset === 'employees'
    ? keyed
        .map((field) => ({
          field,
          own: ownPlaces(mapping, field, header),
          manager: placesOf(mapping, `manager.${field}`, header),
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

/** What a cell says; one that cannot be read stays as it is. */
const cellText = (cells: readonly string[], { index, read }: Place): string => {
  const text = (cells[index] ?? '').trim()
  const reading = text === '' ? null : read(text)
  return isFlaw(reading) ? text : String(reading ?? '')
}

const isFilled = (text: string): boolean => text !== ''

/** Who a row says the manager is: an id, or a text that nobody is called; `several` where more than one person is. */
export type FoundManager = {
  readonly text: string
  readonly several?: { readonly text: string; readonly index: number }
}

/** Whom the managers of a file are, once all its rows were added. */
export const managerDirectory = (lookups: readonly Lookup[]) => {
  const people = new Map<string, string | typeof several>()
  const ownText = (cells: readonly string[], { own }: Lookup): string =>
    own
      .map((together) =>
        together
          .map((each) => cellText(cells, each))
          .filter(isFilled)
          .join(' '),
      )
      .find(isFilled) ?? ''
  const place = (field: Keyed, text: string): string => `${field} ${keyOf(field, text)}`
  return {
    add: (id: string, cells: readonly string[]): void => {
      for (const lookup of lookups) {
        const text = ownText(cells, lookup)
        if (text === '') continue
        const known = people.get(place(lookup.field, text))
        people.set(place(lookup.field, text), known === undefined || known === id ? id : several)
      }
    },
    find: (id: string, cells: readonly string[]): FoundManager => {
      let unknown = ''
      for (const { field, manager } of lookups) {
        const filled = manager.find((each) => cellText(cells, each) !== '')
        if (filled === undefined) continue
        const text = cellText(cells, filled)
        if (saysNoManager(text)) return { text: '' }
        const found = people.get(place(field, text))
        if (found === several) return { text: '', several: { text, index: filled.index } }
        if (found !== undefined) return { text: found === id ? '' : found }
        unknown ||= text
      }
      return { text: unknown }
    },
  }
}
