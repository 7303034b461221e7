import { UnreadableFile } from '../../reading/unreadable-file.ts'
import type { Bytes } from '../bytes.ts'
import { workbookUnreadable } from '../refusals.ts'
import { numberAsText } from './cell-text.ts'
import { columnNumber } from './merged-cells.ts'
import { type NumberKind, plainNumber } from './number-formats.ts'
import { type SharedStrings, unescaped } from './shared-strings.ts'
import { type Attributes, readXml } from './xml.ts'

export type SheetRow = { readonly row: number; readonly cells: (string | undefined)[] }

/** What the cells of a sheet refer to. */
export type CellContext = {
  readonly strings: SharedStrings
  readonly kinds: readonly NumberKind[]
  readonly from1904: boolean
  /** Told the characters of each cell; throws once they are too many, as a row may repeat one long text thousands of times. */
  readonly count: (characters: number) => void
}

const lastRow = 1_048_576
const lastColumn = 16_383

const fail = (): never => {
  throw new UnreadableFile(workbookUnreadable())
}

type Cell = { readonly column: number; readonly type: string; readonly style: number }

/** What a cell shows: of a formula its value, as it was last worked out. */
const textOf = ({ type, style }: Cell, written: string, { strings, kinds, from1904 }: CellContext): string => {
  if (type === 's') return strings(Number(written)) ?? fail()
  if (type === 'b') return written.trim() === '1' ? 'true' : 'false'
  if (type === 'str' || type === 'inlineStr') return unescaped(written)
  if (type === 'e' || type === 'd') return written
  return numberAsText(written, kinds[style] ?? plainNumber, from1904)
}

const cellAt = ({ r = '', t = 'n', s = '0' }: Attributes, column: number): Cell => {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(r)?.[0]
  const at = letters === undefined ? column : columnNumber(letters)
  return at > lastColumn ? fail() : { column: at, type: t, style: Number(s) }
}

/** Makes rows of what is met in a sheet. */
const rowReader = (context: CellContext) => {
  let rows: SheetRow[] = []
  let row: SheetRow = { row: 0, cells: [] }
  let cell: Cell = { column: -1, type: 'n', style: 0 }
  let written = ''
  let isValue = false
  let isPronunciation = false

  const beginRow = ({ r }: Attributes): void => {
    const number = r === undefined ? row.row + 1 : Number(r)
    if (!Number.isInteger(number) || number <= row.row || number > lastRow) fail()
    row = { row: number, cells: [] }
    cell = { column: -1, type: 'n', style: 0 }
  }
  const visitor = {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'row') beginRow(attributes)
      else if (name === 'c') {
        cell = cellAt(attributes, cell.column + 1)
        written = ''
      } else if (name === 'rPh') isPronunciation = true
      else isValue = name === 'v' || (name === 't' && !isPronunciation)
    },
    close: (name: string): void => {
      isValue = false
      if (name === 'row') rows.push(row)
      else if (name === 'rPh') isPronunciation = false
      else if (name === 'c' && written !== '') {
        const text = textOf(cell, written, context)
        context.count(text.length)
        row.cells[cell.column] = text
      }
    },
    text: (piece: string): void => {
      if (isValue) written += piece
    },
  }
  const take = (): readonly SheetRow[] => {
    const taken = rows
    rows = []
    return taken
  }
  return { visitor, take }
}

/** The rows of a sheet that hold something, several at a time. */
export async function* sheetRows(sheet: Bytes, context: CellContext): AsyncGenerator<readonly SheetRow[]> {
  const { visitor, take } = rowReader(context)
  for await (const _ of readXml(sheet, visitor)) yield take()
  yield take()
}
