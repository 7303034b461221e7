import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { UnderstandSchema } from '#core/api/endpoints/flow-files.ts'
import { parseBody } from '#core/api/input.ts'
import type { TableRow } from '#core/files/table.ts'
import { mask, maskedColumns } from '#core/mapping/masking.ts'
import { sampleColumns } from '#core/mapping/sample-column.ts'
import { draftFile } from '../mapping/draft-file.ts'
import { readTable } from '../reading/read-table.ts'
import { type FoundFile, findFile } from './file-source.ts'
import type { ConnectPorts } from './ports.ts'
import { shortened, shownColumn } from './shown-column.ts'
import { ofConnection } from './visitor.ts'

const shownRows = 10

/** Above this the rows are not counted: it would take longer than somebody waits. */
const maxCountedBytes = 50_000_000

/** Rows of the whole file, those that cannot be read included. */
const countRows = async ({ open, name, dataset, size }: FoundFile): Promise<number | null> => {
  if (size > maxCountedBytes) return null
  const table = await readTable(open, { name, dataset })
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

const named = ({ uploadId, fileId, name, dataset }: FoundFile) => ({
  upload_id: uploadId,
  file_id: fileId,
  file_name: name,
  dataset,
})

const nothing = { dialect: null, row_count: null, columns: [], rows: [], mapping: null, proposals: [], unmapped: [] }

/** What a sync would make of a file before anybody has said how it is to be read. */
export const understand = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(UnderstandSchema, body)
    if (input.kind === 'refused') return input
    const file = await findFile(ports, integration, input.value, input.value.dataset)
    if (file.kind === 'refused') return file
    const drafted = await draftFile(ports, file.dataset, file)
    if (drafted.kind === 'refused') return success({ ...named(file), ...nothing, issues: drafted.issues })
    const { sample, mapping, proposals, unmapped, issues } = drafted
    const columns = sampleColumns(sample.header, sample.rows)
    const masked = maskedColumns(columns, mapping)
    return success({
      ...named(file),
      dialect: sample.dialect,
      row_count: await countRows(file),
      columns: columns.map((column) => shownColumn(column, masked.has(column.index))),
      rows: sample.rows.slice(0, shownRows).map((row) => shownRow(row, masked)),
      mapping,
      proposals,
      unmapped,
      issues,
    })
  })
