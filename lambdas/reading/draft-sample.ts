import { isUtf8 } from 'node:buffer'
import { type ColumnChoice, columnCutter } from '#core/files/cut-columns.ts'
import type { Recognise, Table } from '#core/files/table.ts'
import { cellDelimiter } from '#core/mapping/dialect.ts'
import { columnsToFollow, laterTally } from '#core/mapping/later-values.ts'
import { type LaterValues, sampleColumns } from '#core/mapping/sample-column.ts'
import { type OpenBytes, type ReadOptions, readTable } from './read-table.ts'
import { sampledRows, sampleOf, type TableSample } from './sample-table.ts'

type OpenTable = Extract<Table, { readonly kind: 'table' }>
type Later = ReadonlyMap<number, LaterValues>

/** What a draft is made from: the first rows, and what all others tell of dates and of columns that the first ones leave empty. */
export type DraftSample =
  | Extract<TableSample, { readonly kind: 'refused' }>
  | (Extract<TableSample, { readonly kind: 'sample' }> & { readonly later: Later })

const noMarks = { raw: '', used: '' }
const quote = 0x22

/** Has only the columns parsed that are followed: all others cost most of the time. */
const cutOnly = (choice: ColumnChoice): Recognise => {
  const cut = columnCutter(choice)
  const delimiter = choice.delimiter.charCodeAt(0)
  return (record) => {
    const cells = isUtf8(record) ? cut(record) : undefined
    const saysSomething = cells?.some((byte) => byte > quote && byte < 0x80 && byte !== delimiter)
    return { marks: noMarks, cells: saysSomething ? cells : undefined }
  }
}

/** Reads a table to its end, or as far as it can be read, for what it tells behind the sample. */
const lookFurther = async (
  { header, dialect, missingCells, eventsBut }: OpenTable,
  { rows }: Extract<TableSample, { readonly kind: 'sample' }>,
): Promise<Later> => {
  const columns = sampleColumns(header, rows)
  const followed = columnsToFollow(columns)
  const tally = laterTally(columns, followed)
  if (followed.length === 0) return tally.all()
  const choice = {
    delimiter: cellDelimiter(dialect.delimiter),
    width: header.length - missingCells,
    columns: [...new Set([0, ...followed])],
  }
  const last = rows.at(-1)?.row ?? 0
  for await (const event of eventsBut(cutOnly(choice), choice))
    if (event.kind === 'rows') for (const row of event.rows) if (row.row > last) tally.add(row)
  return tally.all()
}

/** The header, the first readable rows, and what the rest of the file tells. `isWhole` says whether it may be read to its end. */
export const draftSample = async (open: OpenBytes, options: ReadOptions, isWhole = true): Promise<DraftSample> => {
  const table = await readTable(open, options)
  if (table.kind === 'refused') return table
  const sample = await sampleOf(table)
  if (sample.kind === 'refused') return sample
  const isAll = sample.rows.length < sampledRows
  return { ...sample, later: isAll || !isWhole ? new Map() : await lookFurther(table, sample) }
}
