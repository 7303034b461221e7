import type { TableRow } from '#core/files/table.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { mask } from '#core/mapping/mask.ts'
import { maskedColumns } from '#core/mapping/masking.ts'
import { sampleColumns } from '#core/mapping/sample-column.ts'
import { readTable } from '../reading/read-table.ts'
import { draftFile } from './draft-file.ts'
import type { FoundFile } from './found-file.ts'
import type { MappingPorts } from './ports.ts'
import { shortened, shownColumn } from './shown-column.ts'

const shownRows = 10

/** Above this the rows are not counted: it would take longer than somebody waits. */
const maxCountedBytes = 50_000_000

/** What somebody has said of how it is read. */
type Said = PartialDialect | undefined

/** Rows of the whole file, those that cannot be read included. */
const countRows = async ({ open, name, dataset, size }: FoundFile, said: Said): Promise<number | null> => {
  if (size > maxCountedBytes) return null
  const table = await readTable(open, { name, dataset, dialect: said, isDraft: true })
  if (table.kind === 'refused') return null
  let rows = 0
  for await (const event of table.events) {
    if (event.kind === 'refused') return null
    rows += event.kind === 'rows' ? event.rows.length : 1
  }
  return rows
}

const shownRow = ({ row, cells }: TableRow, masked: ReadonlySet<number>) => ({
  row,
  cells: cells.map((cell, index) => shortened(masked.has(index) ? mask(cell) : cell)),
})

const nothing = {
  dialect: null,
  evidence: [],
  tables: [],
  row_count: null,
  columns: [],
  rows: [],
  mapping: null,
  proposals: [],
  unmapped: [],
}

/** What a sync would make of a file before anybody has said how it is to be read; what tells too much of people is masked. */
export const understandFile = async (ports: Pick<MappingPorts, 'control'>, file: FoundFile, said: Said) => {
  const drafted = await draftFile(ports, file.dataset, file, said)
  if (drafted.kind === 'refused') return { ...nothing, ...drafted.tried, issues: drafted.issues }
  const { sample, mapping, proposals, unmapped, issues } = drafted
  const columns = sampleColumns(sample.header, sample.rows, sample.later)
  const masked = maskedColumns(columns, mapping)
  return {
    dialect: sample.dialect,
    evidence: sample.evidence,
    tables: sample.tables,
    row_count: await countRows(file, said),
    columns: columns.map((column) => shownColumn(column, masked.has(column.index), sample.rows)),
    rows: sample.rows.slice(0, shownRows).map((row) => shownRow(row, masked)),
    mapping,
    proposals,
    unmapped,
    issues,
  }
}
