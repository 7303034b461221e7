import type { Issue } from '#core/issues/issue.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import { isBlank } from './blank.ts'
import { evenChunks, once } from './chunks.ts'
import { whyNoHeader } from './header.ts'
import { parseRecords } from './parse-records.ts'
import * as problems from './problems.ts'
import type { ParsedRecord } from './record-parser.ts'
import { explainsColumns, namesColumns } from './told-by-digits.ts'

type FoundHeader = {
  /** 0 where no row holds the column names. */
  readonly headerRow: number
  readonly by: Evidence['by']
  readonly issues: readonly Issue[]
}

/** Titles, dates of the export and blank rows above a table are fewer. */
const lookedAt = 30
/** What is parsed beyond the rows that are looked at is parsed in vain. */
const pieceBytes = 1_024

/** The first records that are not blank. */
export const firstRecords = async (text: Uint8Array, delimiter: string): Promise<readonly ParsedRecord[]> => {
  const found: ParsedRecord[] = []
  const pieces = evenChunks(once(text), pieceBytes, 0)
  for await (const records of parseRecords(pieces, delimiter, { after: 0 })) {
    for (const record of records)
      if (!('known' in record) && (record.trouble !== undefined || !isBlank(record.cells))) found.push(record)
    if (found.length >= lookedAt) break
  }
  return found.slice(0, lookedAt)
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const filledIn = ({ cells }: ParsedRecord): number => cells.filter((cell) => !isBlank([cell])).length

/** A title fills a cell or two of a row; column names fill half of what rows fill at least. */
const isWide = (records: readonly ParsedRecord[]) => {
  const typical = median(records.map(filledIn))
  const enough = Math.max(2, Math.ceil(typical / 2))
  return (record: ParsedRecord): boolean => typical < 2 || record.trouble !== undefined || filledIn(record) >= enough
}

const holdsData = ({ row, cells, trouble }: ParsedRecord): boolean =>
  trouble === undefined && whyNoHeader(row, cells) !== undefined

const differentIn = ({ cells }: ParsedRecord): number =>
  new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size

/** The names below those of groups of columns: more of them, and unlike everything further below. */
const namesBelow = (records: readonly ParsedRecord[], first: ParsedRecord): ParsedRecord | undefined => {
  const [next, ...below] = records.slice(records.indexOf(first) + 1).filter(({ trouble }) => trouble === undefined)
  if (!next || below.length === 0 || holdsData(next) || next.row !== first.row + 1) return undefined
  return differentIn(next) > differentIn(first) && namesColumns(next, below) ? next : undefined
}

/** The first row that is as wide as the table; one with values above a wider one with names says what the export was asked for. */
const headerOf = (records: readonly ParsedRecord[]): ParsedRecord | undefined => {
  const wide = records.filter(isWide(records))
  const [first = records[0]] = wide
  if (!first) return first
  if (!holdsData(first)) return namesBelow(records, first) ?? first
  return wide.find((record) => filledIn(record) > filledIn(first) && !holdsData(record)) ?? first
}

/** The row of the column names; `undefined` where all is blank. `mayBeAbsent`: a first row with data means that none holds them. */
export const findHeader = (records: readonly ParsedRecord[], mayBeAbsent: boolean): FoundHeader | undefined => {
  const header = headerOf(records)
  if (!header) return undefined
  if (holdsData(header) && mayBeAbsent)
    return { headerRow: 0, by: 'noRow', issues: [problems.headerAbsent(header.row)] }
  if (header === records[0]) return { headerRow: header.row, by: 'firstRow', issues: [] }
  return { headerRow: header.row, by: 'lowerRow', issues: [problems.headerFound(header.row)] }
}

/** The row below the column names that explains them, if there is one: it is nobody. */
export const explainingRow = (records: readonly ParsedRecord[], headerRow: number): number | undefined => {
  const at = records.findIndex(({ row }) => row === headerRow)
  const [names, next, ...below] = at < 0 ? [] : records.slice(at).filter(({ trouble }) => trouble === undefined)
  return names && next && explainsColumns(next, below, names) ? next.row : undefined
}
