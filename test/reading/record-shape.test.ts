import fc from 'fast-check'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { shapeReader } from '#core/files/record-shape.ts'
import { filledCells, isBlank } from '../../lambdas/reading/blank.ts'
import { once } from '../../lambdas/reading/chunks.ts'
import { parseRecords } from '../../lambdas/reading/parse-records.ts'
import { readStart, type TableStart } from '../../lambdas/reading/read-start.ts'

const delimiters = fc.constantFrom(',', ';', '\t', '|')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const cellsOf = (record: string, delimiter: string): Promise<string[] | undefined> =>
  new Promise((resolve) => {
    const rows: string[][] = []
    parseString(`\ufeff${record}\n`, { headers: false, delimiter })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', () => resolve(undefined))
      .on('end', () => resolve(rows.length === 1 ? rows[0] : undefined))
  })

const part = fc.constantFrom(
  'a',
  '1',
  '"',
  '""',
  '"x"',
  '"x;,y"',
  '5" pipe',
  ' ',
  '\u00a0',
  '\u001a',
  'é',
  ',',
  ';',
  ',,',
  '\t',
  '|',
)
const line = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 8 })
  .map((lines) => lines.flat().join(''))

/** The same by parsing everything. */
const parsedStart = async (bytes: Uint8Array, delimiter: string, headerRow: number): Promise<TableStart> => {
  const batches = await Array.fromAsync(parseRecords(once(bytes), delimiter, { after: headerRow }))
  const records = batches.flat().filter((record) => 'cells' in record)
  const at = records.findIndex(({ row }) => row === headerRow)
  const body =
    at < 0 ? [] : records.slice(at + 1).filter(({ trouble, cells }) => trouble !== undefined || !isBlank(cells))
  const whole = body.filter(({ trouble, ended }) => trouble === undefined && ended)
  const data = whole.map(({ cells }) => ({ cells: cells.length, filled: filledCells(cells) }))
  return { header: records[at], hasBody: body.length > 0, data }
}

const sorted = ({ header, hasBody, data }: TableStart) => ({
  header,
  hasBody,
  data: data.toSorted((a, b) => a.cells - b.cells || a.filled - b.filled),
})

describe('the shape of a record', () => {
  it('is how many cells there are, and how many up to the last filled one', () => {
    const shapeOf = shapeReader(';')
    expect(shapeOf(bytesOf('a;b;c'))).toEqual({ cells: 3, filled: 3 })
    expect(shapeOf(bytesOf('a;"b;;";;'))).toEqual({ cells: 4, filled: 2 })
    expect(shapeOf(bytesOf('a;5" pipe'))).toEqual({ cells: 2, filled: 2 })
  })

  it('does not show where nothing may be in it, or quotes stand oddly', () => {
    const shapeOf = shapeReader(';')
    for (const record of ['', ';;', 'a; ', 'a;""', 'a;"b', 'a;"b"c', ' "a;b"'])
      expect(shapeOf(bytesOf(record))).toBeUndefined()
  })

  it('is what fast-csv makes of the record, wherever it shows', async () => {
    await fc.assert(
      fc.asyncProperty(delimiters, line, async (delimiter, record) => {
        const shape = shapeReader(delimiter)(bytesOf(record))
        const cells = await cellsOf(record, delimiter)
        if (shape) expect(cells && { cells: cells.length, filled: filledCells(cells) }).toEqual(shape)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the start of a table', () => {
  it('is the same whether its records are parsed or not', async () => {
    await fc.assert(
      fc.asyncProperty(delimiters, text, fc.integer({ min: 1, max: 4 }), async (delimiter, all, headerRow) => {
        const bytes = bytesOf(all)
        expect(sorted(await readStart(bytes, delimiter, { headerRow, firstRow: 1 }))).toEqual(
          sorted(await parsedStart(bytes, delimiter, headerRow)),
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
