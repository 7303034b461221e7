import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Column, columns, exportStamp, managerOf } from './data/columns.ts'
import { type Person, personAt } from './data/person.ts'
import { type CellsDigest, cellsDigest } from './digest.ts'

/**
 * `base`: the export of one day. The others are the next day's: one row in a hundred changed, or only a column
 * that nothing reads. `strayQuote`: the base with a quotation mark too many in the middle.
 */
export type Edition = 'base' | 'onePercent' | 'volatile' | 'strayQuote'

export type ExportSpec = { readonly rows: number; readonly seed: number; readonly edition: Edition }

/** What everybody who reads the file must find in it. */
export type ExportFacts = {
  readonly bytes: number
  /** SHA-256 of the file. */
  readonly sha256: string
  /** `cellsDigest` of its rows, header excluded. */
  readonly cells: string
}

const changedOfHundred = 37
const isChanged = (index: number): boolean => index % 100 === changedOfHundred
/** A new name shows in the records of the reports as well. */
const isRenamed = (index: number): boolean => index % 1000 === changedOfHundred

/** How many employees differ between `base` and `onePercent`, those whose manager shows a new name among them. */
export const recordsChanged = (rows: number): number => {
  let changed = 0
  for (let index = 0; index < rows; index += 1) {
    const manager = managerOf(index)
    if (isChanged(index) || (manager !== null && isRenamed(manager))) changed += 1
  }
  return changed
}

const nextDay = (person: Person): Person => {
  if (!isChanged(person.index)) return person
  const { hours, index, lastName } = person
  return { ...person, hours: hours + 50, lastName: isRenamed(index) ? `${lastName}-Neu` : lastName }
}

const cellOf = ({ title, cell }: Column, person: Person, edition: Edition): string => {
  const text = cell(person)
  return edition === 'volatile' && title === exportStamp ? text.replace('2026-11-21', '2026-11-22') : text
}

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\n`

const rowsPerChunk = 500

/** The bytes of an export: UTF-8, semicolons, decimal commas, 8 % of the rows with a quoted line break. Equal for everybody. */
export const generate = async function* ({ rows, seed, edition }: ExportSpec, digest: CellsDigest) {
  const encoder = new TextEncoder()
  let lines = [lineOf(columns.map(({ title }) => title))]
  for (let index = 0; index < rows; index += 1) {
    const person = personAt(seed, index)
    const edited = edition === 'onePercent' ? nextDay(person) : person
    const cells = columns.map((column) => cellOf(column, edited, edition))
    digest.add(cells)
    lines.push(edition === 'strayQuote' && index === Math.floor(rows / 2) ? `"${lineOf(cells)}` : lineOf(cells))
    if (lines.length < rowsPerChunk) continue
    yield encoder.encode(lines.join(''))
    lines = []
  }
  if (lines.length > 0) yield encoder.encode(lines.join(''))
}

/** Writes an export to `path`. */
export const writeExport = async (path: string, spec: ExportSpec): Promise<ExportFacts> => {
  const file = createHash('sha256')
  const cells = cellsDigest()
  let bytes = 0
  const measured = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      file.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(generate(spec, cells), measured, createWriteStream(path))
  return { bytes, sha256: file.digest('hex'), cells: cells.hex() }
}
