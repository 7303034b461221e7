import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { TableRow } from '#core/files/table.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { Join } from '#core/mapping/join.ts'
import { mask } from '#core/mapping/mask.ts'
import { maskedColumns } from '#core/mapping/masking.ts'
import { sampleColumns } from '#core/mapping/sample-column.ts'
import { type PartSource, readJoined } from '../reading/read-joined.ts'
import { findParts } from '../sync/find-parts.ts'
import { type FoundFile, maxBytes } from './found-file.ts'
import type { MappingPorts } from './ports.ts'
import { type ColumnTally, type IdTally, tallyColumn, tallyId } from './tally.ts'

const tooLarge = refuse(
  'PLATFORM.INPUT_INVALID',
  'The file is larger than 100 MB, too large to be looked through while you wait. Choose its first rows as a sample.',
)
const unreadable = refuse('PLATFORM.INPUT_INVALID', 'The file cannot be read as a table, so it has no columns.')
const noColumn = (name: string) =>
  refuse('PLATFORM.INPUT_INVALID', `columns: the file has no column "${name.slice(0, 80)}".`)

/** Rows by which a column is judged to tell too much. */
const judgedRows = 200

type Wish = {
  readonly columns: readonly string[]
  readonly joins?: readonly Join[] | undefined
  readonly dialect?: PartialDialect | undefined
}

type Tallies = { readonly rows: number; readonly columns: readonly ColumnTally[]; readonly id: IdTally }

type Counted =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'no-column'; readonly name: string }
  | (Tallies & { readonly kind: 'counted'; readonly masked: readonly boolean[] })

const countIn = async (
  { open, name, dataset }: FoundFile,
  parts: readonly PartSource[],
  { columns: wanted, dialect }: Wish,
): Promise<Counted> => {
  const table = await readJoined(open, { name, dataset, parts, dialect, isDraft: true })
  if (table.kind === 'refused') return { kind: 'unreadable' }
  const indexes = wanted.map((column) => columnIndex(table.header, column))
  const absent = wanted.find((_, at) => indexes[at] === -1)
  if (absent !== undefined) return { kind: 'no-column', name: absent }
  const [columns, id] = [indexes.map(() => tallyColumn()), tallyId()]
  const judged: TableRow[] = []
  let rows = 0
  for await (const event of table.events) {
    if (event.kind === 'refused') return { kind: 'unreadable' }
    if (event.kind !== 'rows') continue
    for (const each of event.rows) {
      rows += 1
      if (judged.length < judgedRows) judged.push(each)
      const cells = indexes.map((index) => (each.cells[index] ?? '').trim())
      for (const [at, cell] of cells.entries()) columns[at]?.add(cell)
      id.add(cells, each.row)
    }
  }
  const telling = maskedColumns(sampleColumns(table.header, judged), null)
  return { kind: 'counted', rows, columns, id, masked: indexes.map((index) => telling.has(index)) }
}

const shown = (wanted: readonly string[], { rows, columns, id, masked }: Extract<Counted, { kind: 'counted' }>) => {
  const hideAny = masked.includes(true)
  const { repeated, ...proof } = id.result()
  return {
    rows,
    columns: columns.map((column, at) => {
      const { values, ...counts } = column.result()
      const hide = masked[at] ?? true
      return {
        column: wanted[at] ?? '',
        ...counts,
        masked: hide,
        values: hide ? [] : values,
      }
    }),
    together: {
      ...proof,
      repeated: repeated.map(({ value, rows: in_rows }) => ({ value: hideAny ? mask(value) : value, rows: in_rows })),
    },
  }
}

/** For value tables, and as the proof that columns identify a row: the whole file is read. */
export const countValuesIn = async (
  ports: Pick<MappingPorts, 'control' | 'archive' | 'decode'>,
  integrationId: string,
  file: FoundFile,
  wish: Wish,
): Promise<Answer<'PLATFORM.INPUT_INVALID'>> => {
  const { columns, joins = [] } = wish
  const { parts, bytes } = await findParts(ports, integrationId, joins, maxBytes)
  if (file.size + bytes > maxBytes) return tooLarge
  const counted = await countIn(file, parts, wish)
  if (counted.kind === 'unreadable') return unreadable
  return counted.kind === 'no-column' ? noColumn(counted.name) : success(shown(columns, counted))
}
