import { csvWriter } from '../csv-writer.ts'
import { columnLetters } from './merged-cells.ts'
import type { SheetRow } from './sheet-rows.ts'

/** How wide a table is shows in its first rows; a row that goes beyond is told like one in CSV. */
const tellingRows = 200
/** So many columns without anything in them stand between a table and what is no part of it. */
const farColumns = 256

/** Cells that stand far to the right of the table: those of its first rows, in the notation of spreadsheets. */
export type FarCells = { readonly cells: readonly string[]; readonly rows: readonly number[] }

/** The columns of a row that hold something: asking all of them takes long where a cell stands far behind the others. */
const filledColumns = (cells: SheetRow['cells']): readonly number[] => Object.keys(cells).map(Number)

/** How many columns a table has: they end where many follow that hold nothing. */
const widthOf = (rows: readonly SheetRow[]): number => {
  const used = new Set(rows.flatMap(({ cells }) => filledColumns(cells)))
  let width = 0
  for (const column of [...used].toSorted((a, b) => a - b)) {
    if (column - width >= farColumns) break
    width = column + 1
  }
  return width
}

/** Takes the cells beyond the table out of its first rows. */
const cutFar = (rows: readonly SheetRow[], width: number): FarCells => {
  const far = rows.flatMap(({ row, cells }) => {
    const columns = filledColumns(cells).filter((column) => column >= width)
    cells.length = Math.min(cells.length, width)
    return columns.map((column) => ({ row, column }))
  })
  return {
    cells: far.map(({ row, column }) => `${columnLetters(column)}${row}`),
    rows: [...new Set(far.map(({ row }) => row))],
  }
}

/** A row that goes far beyond the table goes a little beyond it. */
const drawnTogether = (cells: SheetRow['cells'], width: number): SheetRow['cells'] => {
  if (cells.length <= width + farColumns) return cells
  const beyond = filledColumns(cells).filter((column) => column >= width)
  return [...cells.slice(0, width), ...beyond.map((column) => cells[column])]
}

/** Rows as lines of CSV, each in the line of its number. `tell` is told, before the first line, of cells that are left out. */
export async function* sheetCsv(
  batches: AsyncIterable<readonly SheetRow[]>,
  tell: (far: FarCells) => void,
): AsyncGenerator<Uint8Array> {
  const lines = csvWriter()
  let waiting: SheetRow[] | undefined = []
  let width = 0
  let written = 0
  const write = ({ row, cells: all }: SheetRow): void => {
    const cells = drawnTogether(all, width)
    lines.skip(row - written - 1)
    written = row
    if (cells.length < width) cells.length = width
    lines.add(cells)
  }
  /** A few rows may say the same long text many times over. */
  function* release(): Generator<Uint8Array> {
    if (!waiting) return
    const held = waiting
    waiting = undefined
    width = widthOf(held)
    const far = cutFar(held, width)
    if (far.cells.length > 0) tell(far)
    for (const each of held) {
      write(each)
      if (lines.isFull()) yield lines.take()
    }
  }
  for await (const batch of batches)
    for (const each of batch) {
      if (waiting) waiting.push(each)
      else write(each)
      if (waiting && waiting.length >= tellingRows) yield* release()
      if (lines.isFull()) yield lines.take()
    }
  yield* release()
  yield lines.take()
}
