import { settleRows } from '#core/files/settled-table.ts'
import type { TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { FieldValue, FieldValues } from '#core/mapping/fields.ts'
import type { Reading, RowsInFile } from './rows-in-file.ts'

/** What a file says of a record. */
export type Said =
  | { readonly kind: 'said'; readonly row: number; readonly values: FieldValues }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly row: number; readonly issues: readonly Issue[] }

/** Of several rows the one that counted on a day. */
const rowThatCounted = async (
  { mapping }: Reading,
  { table, rows }: Extract<RowsInFile, { kind: 'read' }>,
  day: string,
): Promise<TableRow | undefined> => {
  const own = {
    ...table,
    events: {
      [Symbol.asyncIterator]: async function* () {
        yield { kind: 'rows', rows } as const
      },
    },
  }
  const settled = settleRows(own, mapping, day)
  if (settled.kind === 'refused') return rows.at(-1)
  let last: TableRow | undefined
  for await (const event of settled.table.events) if (event.kind === 'rows') last = event.rows.at(-1) ?? last
  return last
}

/** The rows of a record in a file, mapped: what the file said of it on the day it came. */
export const mappedRecord = async (
  reading: Reading,
  found: Extract<RowsInFile, { kind: 'read' }>,
  day: string,
): Promise<Said | undefined> => {
  const { header } = found.table
  if (found.rows.length === 0) return { kind: 'absent' }
  const compiled = compileMapping(reading.rules.mapping(reading.mapping, header), header)
  if (compiled.kind === 'refused') return undefined
  const counted = await rowThatCounted(reading, found, day)
  if (!counted) return { kind: 'absent' }
  const mapped = compiled.map(counted.cells.slice(0, header.length), counted.row)
  const { row } = counted
  return mapped.kind === 'mapped'
    ? { kind: 'said', row, values: mapped.values }
    : { kind: 'unusable', row, issues: mapped.issues }
}

export type Change = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue }

/** What differs between two files, field by field. */
export const changesBetween = (before: FieldValues, after: FieldValues): readonly Change[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => change.before !== change.after)
