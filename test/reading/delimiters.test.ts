import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { PartialDialectSchema } from '#core/mapping/dialect.ts'
import { readTable } from '../../lambdas/reading/read-table.ts'
import { cellsOf, chunked, codes, readAll } from './read-all.ts'

const lines = (delimiter: string) =>
  [
    ['id', 'name', 'city'],
    ['1', 'Ada', `"Zürich${delimiter}West"`],
    ['2', '"Bob ""B"" X"', 'Genève'],
    ['3', '"', ''],
    ['4', 'C\u00a5', 'Bern'],
  ]
    .toSpliced(3, 1)
    .map((cells) => cells.join(delimiter))
    .join('\r\n')

const expected = (delimiter: string) => [
  ['1', 'Ada', `Zürich${delimiter}West`],
  ['2', 'Bob "B" X', 'Genève'],
  ['4', 'C\u00a5', 'Bern'],
]

describe('a delimiter', () => {
  it.each(['¦', '~', '^', '§', '\u0001', '\u001f', '~|~', '||'])(
    'is found where files rarely have it: %j',
    async (delimiter) => {
      const found = await readAll(lines(delimiter))
      expect(found.dialect).toMatchObject({ delimiter })
      expect(cellsOf(found)).toEqual(expected(delimiter))
      expect(codes(found)).toEqual([])
    },
  )

  it.each([':', '#', '€', '¦¦'])('may be said where it is not found: %j', async (delimiter) => {
    const found = await readAll(lines(delimiter), { dialect: { delimiter } })
    expect(cellsOf(found)).toEqual(expected(delimiter))
  })

  it('of several bytes is found wherever the bytes are cut', async () => {
    const text = new TextEncoder().encode(lines('¦'))
    const cuts = Array.from(text.keys())
    expect(await readAll(text, {}, cuts)).toEqual(await readAll(text))
  })

  it('is read in the encoding of its file', async () => {
    const text = Buffer.from(lines('¦'), 'latin1')
    expect(cellsOf(await readAll(text, { dialect: { encoding: 'windows-1252' } }))).toEqual(expected('¦'))
  })

  it.each(['', 'a', '7', ' ', '"', "'", '\n', '.', '||||'])('is not %j', (delimiter) => {
    expect(v.safeParse(PartialDialectSchema, { delimiter }).success).toBe(false)
  })
})

describe('a file in which no table is found', () => {
  it('is told with how it was tried', async () => {
    const table = await readTable(chunked(Buffer.from('a@example.com;1\nb@example.com;2\n')), {
      name: 'x.csv',
      dialect: {},
    })
    expect(table).toMatchObject({
      kind: 'refused',
      issues: [{ code: 'HEADER_MISSING' }],
      tried: {
        dialect: { encoding: 'utf-8', delimiter: ';', headerRow: 1 },
        evidence: [{ part: 'encoding', by: 'ascii' }, {}, {}],
      },
    })
  })

  it('is read as somebody says, though it looks binary', async () => {
    const text = 'id,name\n1,A\u0002\u0003\u0004\u0005da\n'
    expect(codes(await readAll(text))).toEqual(['FILE_BINARY'])
    expect(cellsOf(await readAll(text, { dialect: { encoding: 'utf-8' } }))).toEqual([
      ['1', 'A\u0002\u0003\u0004\u0005da'],
    ])
  })
})
