import type { TableRow } from '#core/files/table.ts'
import type { Claim } from './claims.ts'
import type { SampleColumn } from './sample-column.ts'

const nameFields = ['first_name', 'last_name', 'display_full_name']
/** What many people have in common, so that a report may print it once for all of them. */
const sharedFields = /^(?:department|team|cost_center|legal_entity|work_location)\.(?:name|remote_id)$/

const mostly = 0.9
const fewestRepeated = 2
const fewestRows = 4

const isBlank = ({ cells }: TableRow, { index }: SampleColumn): boolean => (cells[index] ?? '').trim() === ''

type Printed = {
  readonly id: readonly SampleColumn[]
  readonly columns: readonly SampleColumn[]
  readonly claims: readonly Claim[]
  readonly rows: readonly TableRow[]
}

/** Where a person is named once above several rows: all that no further row of theirs repeats. */
const blocksOfPeople = ({ id, columns, claims, rows }: Printed): readonly SampleColumn[] => {
  const [key, ...others] = id
  const names = claims.filter(({ field }) => nameFields.includes(field)).map(({ column }) => column)
  const [first] = rows
  if (key === undefined || others.length > 0 || first === undefined || isBlank(first, key)) return []
  const [further, heads] = [rows.filter((row) => isBlank(row, key)), rows.filter((row) => !isBlank(row, key))]
  const areOfSomebody =
    names.length > 0 &&
    further.every((row) => names.every((name) => isBlank(row, name)) && row.cells.some((cell) => cell.trim() !== ''))
  if (further.length < fewestRepeated || !areOfSomebody) return []
  return columns.filter(
    (column) =>
      further.every((row) => isBlank(row, column)) &&
      heads.filter((row) => !isBlank(row, column)).length >= heads.length * mostly,
  )
}

/** Where a department is named once above its people: each of its names stands in one row, and most rows have none. */
const blocksOfGroups = ({ claims, rows }: Printed): readonly SampleColumn[] =>
  claims
    .filter(({ field }) => sharedFields.test(field))
    .map(({ column }) => column)
    .filter((column) => {
      const { values, distinct } = column
      const isFirst = rows[0] !== undefined && !isBlank(rows[0], column)
      const isOnce = values.length > 1 && distinct.size === values.length
      return isFirst && isOnce && rows.length >= fewestRows && rows.length - values.length >= values.length
    })

/** The columns that a report prints once for each block of rows, in which a blank cell means what stands above it. */
export const printedOnce = (printed: Printed): readonly SampleColumn[] => {
  const ofPeople = blocksOfPeople(printed)
  return ofPeople.length > 0 ? ofPeople : blocksOfGroups(printed)
}
