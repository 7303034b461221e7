import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Opened, Wish } from '../../reading/chunks.ts'
import type { Archive } from '../archive.ts'
import { judgeSize } from '../bounded.ts'
import { type Bytes, peek } from '../bytes.ts'
import { cellsFar } from '../refusals.ts'
import { chooseSheet } from './choose-sheet.ts'
import { findMerged, mergedFiller } from './merged-cells.ts'
import { readNumberKinds } from './number-formats.ts'
import { readWorkbook, type Sheet, type Workbook } from './parts.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type FarCells, sheetCsv } from './sheet-csv.ts'
import { type CellContext, sheetRows } from './sheet-rows.ts'

type Rules = { readonly dataset: Dataset | null; readonly limit: number }

/** Refuses cells that come to more than may come out of so many packed bytes. */
const cellCounter = (packed: number, limit: number): CellContext['count'] => {
  let sum = 0
  return (characters) => {
    sum += characters
    judgeSize(packed, sum, limit)
  }
}

const contextOf = async (
  archive: Archive,
  { strings, styles, from1904 }: Workbook,
  limit: number,
): Promise<CellContext> => ({
  strings: strings ? await readSharedStrings(archive.read(strings, limit)) : () => undefined,
  kinds: styles ? await readNumberKinds(archive.read(styles, limit)) : [],
  from1904,
  count: cellCounter(archive.size, limit),
})

async function* filled(sheet: Bytes, context: CellContext, archive: Archive, { part }: Sheet, limit: number) {
  const fill = mergedFiller(await findMerged(archive.read(part, limit)))
  for await (const batch of sheetRows(sheet, context)) {
    for (const { row, cells } of batch) fill(row, cells)
    yield batch
  }
}

/** The sheet as CSV. No more comes out than of any packed file. */
async function* textOf(
  archive: Archive,
  book: Workbook,
  sheet: Sheet,
  limit: number,
  tell: (far: FarCells) => void,
): AsyncGenerator<Uint8Array> {
  let given = 0
  try {
    const context = await contextOf(archive, book, limit)
    const rows = filled(archive.read(sheet.part, limit), context, archive, sheet, limit)
    for await (const chunk of sheetCsv(rows, tell)) {
      given += chunk.length
      judgeSize(archive.size, given, limit)
      yield chunk
    }
  } finally {
    archive.close()
  }
}

/** Reads one sheet of a workbook as CSV, its rows in the lines of their numbers. Closes the archive. */
export const workbookText = async (archive: Archive, wish: Wish, { dataset, limit }: Rules): Promise<Opened> => {
  try {
    const book = await readWorkbook(archive)
    const { sheet, by, issues } = chooseSheet(book.sheets, wish.sheet, dataset)
    const further: Issue[] = []
    const { all } = await peek(
      textOf(archive, book, sheet, limit, (far) => further.push(cellsFar(far))),
      1,
    )
    const choice = { evidence: { part: 'sheet', by }, tables: book.sheets.map(({ name }) => name) } as const
    return Object.assign(all, {
      made: { dialect: { sheet: sheet.name }, firstRow: 1 as const, ...choice, issues: [...issues, ...further] },
    })
  } catch (error) {
    archive.close()
    throw error
  }
}
