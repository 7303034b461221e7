import { readConfiguration } from '#core/control/configuration.ts'
import type { Integration } from '#core/control/integration.ts'
import { settleRows } from '#core/files/settled-table.ts'
import type { TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { FieldValue } from '#core/mapping/fields.ts'
import type { MappedRow } from '#core/mapping/mapped-row.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { isMaskedField, mask } from '#core/mapping/mask.ts'
import { maskedColumns } from '#core/mapping/masking.ts'
import { sampleColumns } from '#core/mapping/sample-column.ts'
import { remoteIdOf } from '#core/records/build.ts'
import { type PartSource, readJoined } from '../reading/read-joined.ts'
import { sampleOf } from '../reading/sample-table.ts'
import { findParts } from '../sync/find-parts.ts'
import { type FoundFile, maxBytes } from './found-file.ts'
import type { MappingPorts } from './ports.ts'

const shownPeople = 20
const judgedRows = 200

type Sample = { readonly header: readonly string[]; readonly rows: readonly TableRow[] }

const columnsOf = (mapping: Mapping, field: string): readonly string[] =>
  (mapping.fields[field] ?? []).flatMap((source) => (source.from === 'column' ? [source.column] : []))

/** Says which columns are shown masked. */
const maskOf = (mapping: Mapping, { header, rows }: Sample) => {
  const telling = maskedColumns(sampleColumns(header, rows), mapping)
  const isMasked = (column: string): boolean => telling.has(columnIndex(header, column))
  return {
    isMasked,
    isFieldMasked: (field: string) => isMaskedField(field) || columnsOf(mapping, field).some(isMasked),
  }
}
type Masked = ReturnType<typeof maskOf>

const maskedValue = (value: FieldValue): FieldValue => (value === null ? null : mask(String(value)))

const fieldsOf = (mapping: Mapping, mapped: MappedRow, { isFieldMasked }: Masked) =>
  mapped.kind === 'quarantined'
    ? []
    : Object.entries(mapped.values).map(([field, value]) => {
        const masked = isFieldMasked(field)
        return { field, value: masked ? maskedValue(value) : value, columns: columnsOf(mapping, field), masked }
      })

const withoutExample = (issue: Issue, { isMasked }: Masked): Issue =>
  issue.column !== null && isMasked(issue.column) ? { ...issue, example: null } : issue

const peopleIn = (mapping: Mapping, sample: Sample) => {
  const compiled = compileMapping(mapping, sample.header)
  if (compiled.kind === 'refused') return []
  const masked = maskOf(mapping, sample)
  return sample.rows.slice(0, shownPeople).map(({ row, cells }) => {
    const mapped = compiled.map(cells, row)
    return {
      row,
      cells: sample.header.map((column, index) => {
        const isMasked = masked.isMasked(column)
        const cell = cells[index] ?? ''
        return { column, value: isMasked ? mask(cell) : cell, masked: isMasked }
      }),
      remote_id: mapped.key === null ? null : remoteIdOf(mapped.key),
      fields: fieldsOf(mapping, mapped, masked),
      issues: mapped.issues.map((issue) => withoutExample(issue, masked)),
    }
  })
}

/** The first rows that count, with what stands above them in their blocks. */
const sampleRows = async (
  { name, dataset, open }: FoundFile,
  mapping: Mapping,
  parts: readonly PartSource[],
  today: string,
): Promise<Sample | undefined> => {
  const table = await readJoined(open, { name, dataset, dialect: mapping.dialect ?? {}, parts, today })
  if (table.kind === 'refused') return undefined
  // Whom managers are is left to the whole preview: here each field shows what stands in its columns.
  const settled = settleRows(table, { ...mapping, fields: {} }, today)
  if (settled.kind === 'refused') return undefined
  const sample = await sampleOf(settled.table, judgedRows)
  return sample.kind === 'refused' ? undefined : sample
}

/** The first rows of a file, each beside what becomes of it; none where the mapping does not fit the file. */
export const previewPeople = async (
  ports: Pick<MappingPorts, 'control' | 'archive' | 'decode' | 'system'>,
  integration: Integration,
  mapping: Mapping,
  file: FoundFile,
) => {
  const { parts, awaited } = await findParts(ports, integration.id, mapping.joins ?? [], maxBytes)
  if (awaited.length > 0) return []
  const { rules } = await readConfiguration(ports.control, integration, ports.system.clock())
  const rulesOfRows = rules(file.dataset)
  const sample = await sampleRows(file, mapping, parts, rulesOfRows.today)
  return sample ? peopleIn(rulesOfRows.mapping(mapping, sample.header), sample) : []
}
