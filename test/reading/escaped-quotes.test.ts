import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from '#core/files/csv-line.ts'
import { cellsOf, codes, readAll } from './read-all.ts'

const quote = '\\"'

describe('quotes with a backslash before them', () => {
  it('are found, said, and text', async () => {
    const found = await readAll('id,name,note\n1,"Ada \\"the\\" L","C:\\dir"\n2,"Bob","a, b"\n', { isDraft: true })
    expect(found.dialect).toMatchObject({ quote, delimiter: ',' })
    expect(cellsOf(found)).toEqual([
      ['1', 'Ada "the" L', 'C:\\dir'],
      ['2', 'Bob', 'a, b'],
    ])
    expect(codes(found)).toEqual(['QUOTE_FOUND'])
  })

  it.each(['id,path\n1,"C:\\"\n2,"D:\\x\\"\n', 'id,name\n1,"Ada ""x"" \\L"\n2,5\\" pipe\n'])(
    'are none where a path ends, or quotes are doubled: %j',
    async (text) => {
      expect((await readAll(text)).dialect?.quote).toBeUndefined()
    },
  )

  it('say what they say, however they are written and however they arrive', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '\\', '"', ';', '¦', ' ', '\n', '1') })
    const delimiters = fc.constantFrom(';', '¦', '~|~')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        delimiters,
        async (pairs, size, delimiter) => {
          const rows = pairs.map(([a, b]) => ['x', a, b])
          const bytes = Buffer.from(
            [['k', 'a', 'b'], ...rows].map((row) => csvLine(row, { delimiter, quote })).join(''),
          )
          const cuts = Array.from({ length: Math.floor(bytes.length / size) }, (_, at) => at * size)
          const read = await readAll(bytes, { dialect: { encoding: 'utf-8', delimiter, quote, headerRow: 1 } }, cuts)
          expect(cellsOf(read)).toEqual(rows)
        },
      ),
    )
  })
})

it('an id that is kept from spreadsheets is what stands in the formula', async () => {
  const read = await readAll('id,name\n="0001",Ada\n"=""0002""",="x\n')
  expect(cellsOf(read)).toEqual([
    ['0001', 'Ada'],
    ['0002', '="x'],
  ])
})
