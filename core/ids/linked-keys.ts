import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { Identities } from './identities.ts'

/** What the records of a dataset are to be made of, by what their rows call them. */
export type LinkedKeys = {
  /** The identity key of the record that rows call so. */
  readonly keyOf: (remoteId: string) => string
  /** Which row counts where several are of one person; absent where rows of one person are records of their own. */
  readonly rankOf?: (remoteId: string) => number
}

/** What stands between the id columns of a record, on the wire and in identity keys. */
const bar = '|'

/** Which of the id columns hold the id of an employee. */
const employeePlaces = ({ id, fields }: Pick<Mapping, 'id' | 'fields'>): ReadonlySet<number> => {
  const sources = fields['employee.remote_id'] ?? []
  const columns = sources.flatMap((source) => (source.from === 'column' ? [source.column] : []))
  return new Set(id.columns.flatMap((column, place) => (columns.includes(column) ? [place] : [])))
}

/** Records without an id of their own are called by that of their employee, among other things. */
const keysOfDependants = (identities: Identities, mapping: Pick<Mapping, 'id' | 'fields'>): LinkedKeys | undefined => {
  const places = employeePlaces(mapping)
  const { length } = mapping.id.columns
  if (places.size === 0) return undefined
  const keyOf = (remoteId: string): string => {
    const parts = length === 1 ? [remoteId] : remoteId.split(bar)
    // A bar inside a cell: nobody can tell which part is whose.
    if (parts.length !== length) return remoteId
    return parts.map((part, place) => (places.has(place) ? identities.keyOf(part) : part)).join(bar)
  }
  return { keyOf }
}

/** Undefined where every record is made of just what its rows call it. */
export const linkedKeys = (
  dataset: Dataset,
  mapping: Pick<Mapping, 'id' | 'fields'>,
  identities: Identities,
): LinkedKeys | undefined => {
  if (identities.name === '') return undefined
  if (dataset !== 'employees') return keysOfDependants(identities, mapping)
  const { keyOf, rankOf } = identities
  return { keyOf, rankOf }
}
