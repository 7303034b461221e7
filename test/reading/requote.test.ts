import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { once } from '../../lambdas/reading/chunks.ts'
import { readTable } from '../../lambdas/reading/read-table.ts'
import { sampleTable } from '../../lambdas/reading/sample-table.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const dialect = { encoding: 'utf-8', delimiter: ';', headerRow: 1 } as const

/** The rows of a text, whose bytes come in pieces. */
const rowsOf = async (text: string, quote: "'" | '', size = 7): Promise<readonly (readonly string[])[]> => {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const bytes = bytesOf(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
  }
  const table = await readTable(pieces, { name: 'x.csv', dialect: { ...dialect, quote } })
  if (table.kind === 'refused') throw new Error(table.issues[0]?.code)
  const rows: (readonly string[])[] = []
  for await (const event of table.events) if (event.kind === 'rows') rows.push(...event.rows.map(({ cells }) => cells))
  return rows
}

describe('cells that stand in single quotes, or in none', () => {
  it('are what stands in the quotes', async () => {
    const text = "id;name\n1;'a;b'\n2;'it''s'\n3; 'spaced'\n4;\"double\"\n5;'line\nbreak'\n6;plain 'x'\n"
    expect(await rowsOf(text, "'")).toEqual([
      ['1', 'a;b'],
      ['2', "it's"],
      ['3', 'spaced'],
      ['4', '"double"'],
      ['5', 'line\nbreak'],
      ['6', "plain 'x'"],
    ])
  })

  it('are all there is between two delimiters where no quotes count', async () => {
    expect(await rowsOf('id;name\n1;"Bob" Smith\n2; "x\n3;"\n', '')).toEqual([
      ['1', '"Bob" Smith'],
      ['2', ' "x'],
      ['3', '"'],
    ])
  })

  it('say what they say, however they are written and however they arrive', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', "'", '"', ';', ' ', '\u00a0', '\n', '1') })
    const written = (text: string, force: boolean): string =>
      force || /[';\n]|^\s|\s$/.test(text) ? `'${text.replaceAll("'", "''")}'` : text
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, fc.boolean()), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const lines = rows.map(([a, b, force]) => `x;${written(a, force)};${written(b, force)}\n`)
          expect(await rowsOf(`k;a;b\n${lines.join('')}`, "'", size)).toEqual(rows.map(([a, b]) => ['x', a, b]))
        },
      ),
    )
  })

  it('a quote that never closes, and text behind one, are said', async () => {
    const table = await readTable(() => once(bytesOf("id;name\n1;'a'b\n2;'x\n")), {
      name: 'x.csv',
      dialect: { ...dialect, quote: "'" },
    })
    const codes: string[] = []
    if (table.kind === 'table')
      for await (const event of table.events) if ('issue' in event) codes.push(event.issue.code)
    expect(codes).toEqual(['QUOTE_MISPLACED', 'QUOTE_NOT_CLOSED'])
  })
})

describe('single quotes', () => {
  const sample = async (text: string) => {
    const found = await sampleTable(() => once(bytesOf(text)), { name: 'x.csv' })
    return found.kind === 'sample' ? found : undefined
  }

  it('are found where most cells stand in them, with the delimiter, and it is said', async () => {
    const found = await sample("'id';'name';'city'\n'1';'Berg; Ann';'Bern, CH'\n'2';'Cole, Bob';'Basel; CH'\n")
    expect(found?.header).toEqual(['id', 'name', 'city'])
    expect(found?.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Berg; Ann', 'Bern, CH'],
      ['2', 'Cole, Bob', 'Basel; CH'],
    ])
    expect(found?.dialect.quote).toBe("'")
    expect(found?.issues.map(({ code }) => code)).toEqual(['QUOTE_FOUND'])
  })

  it('are apostrophes elsewhere', async () => {
    for (const text of ["id,name\n1,'t Hart\n2,O'Neil'\n", `id,name\n1,"a"\n2,'b'\n3,'c'\n4,'d'\n5,'e'\n`])
      expect((await sample(text))?.dialect.quote).toBeUndefined()
  })
})

describe('why a file is read so', () => {
  const evidenceOf = async (bytes: Uint8Array, said?: object) => {
    const table = await readTable(() => once(bytes), { name: 'x.csv', ...(said ? { dialect: said } : {}) })
    return table.kind === 'table' ? table.evidence.map(({ part, by, count }) => [part, by, count]) : table.issues
  }

  it('is told of each part', async () => {
    expect(await evidenceOf(bytesOf('Staff\n\nid;nämé\n1;x\n2;y\n'))).toEqual([
      ['encoding', 'utf8', undefined],
      ['delimiter', 'even', 3],
      ['quote', 'usual', undefined],
      ['headerRow', 'lowerRow', undefined],
    ])
    expect(await evidenceOf(bytesOf('\ufeffid\n1\n'), { headerRow: 1 })).toEqual([
      ['encoding', 'mark', undefined],
      ['delimiter', 'oneColumn', undefined],
      ['quote', 'usual', undefined],
      ['headerRow', 'said', undefined],
    ])
    expect(await evidenceOf(bytesOf('1,2020-01-01\n2,2020-01-02\n'))).toContainEqual(['headerRow', 'noRow', undefined])
    expect(await evidenceOf(Uint8Array.of(0x69, 0x64, 0x0a, 0x4d, 0xfc, 0x6c, 0x0a))).toContainEqual([
      'encoding',
      'letters',
      undefined,
    ])
  })

  it('is doubted where the mapping says what the text does not look like', async () => {
    const open = () => once(bytesOf('id;name\n1;Zoë\n'))
    const table = await readTable(open, { name: 'x.csv', dialect: { encoding: 'windows-1252' } })
    expect(table.issues.map(({ code }) => code)).toEqual(['ENCODING_DOUBTED'])
  })
})
