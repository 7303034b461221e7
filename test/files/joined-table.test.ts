import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partRoom, partRows } from '#core/files/part-rows.ts'
import type { Table } from '#core/files/table.ts'
import type { Join } from '#core/mapping/join.ts'
import { readJoined } from '../../lambdas/reading/read-joined.ts'

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n')
const opener = (text: string) => () => new Blob([text]).stream()

const join: Join = { name: 'part', files: 'part', key: ['Key'], to: ['Key'] }
const partHeader = ['Note', 'Key', 'Value']

type Cells = readonly (readonly string[])[]

const openJoined = async (main: Cells, part: Cells, more: Partial<Join> = {}) => {
  const table = await readJoined(opener(csv([['Id', 'Key', 'Name'], ...main])), {
    name: 'main.csv',
    dialect: { delimiter: ';', headerRow: 1 },
    parts: [{ join: { ...join, ...more }, id: 'p', name: 'part.csv', open: opener(csv([partHeader, ...part])) }],
  })
  if (table.kind === 'refused') throw new Error(JSON.stringify(table.issues))
  return table
}

const rowsOf = async ({ events }: Extract<Table, { kind: 'table' }>) => {
  const rows = []
  for await (const event of events) if (event.kind === 'rows') rows.push(...event.rows)
  return rows
}

/** What a row of the part says of a key: the last one that has it. */
const naive = (main: Cells, part: Cells) =>
  main.map((cells) => {
    const key = cells[1]?.trim()
    const found = key === '' ? undefined : part.findLast((each) => each[1]?.trim() === key)
    return [...cells, ...(found ?? ['', '', ''])]
  })

const text = fc.constantFrom('a', 'b', 'Zürich', ' padded', 'say "x"', '1;2', 'two\nlines', '日本', '[1,"2"]')
const key = fc.constantFrom('', '1', '01', '2', ' 2', '3', 'x')
const mainRow = fc.tuple(fc.stringMatching(/^[a-z0-9]{1,4}$/), key, text)
const partRow = fc.tuple(text, key, text)
const tables = [fc.array(mainRow, { maxLength: 30 }), fc.array(partRow, { maxLength: 30 })] as const

describe('a file joined with a part', () => {
  it('has for each of its rows the cells that a search through the part finds', async () => {
    await fc.assert(
      fc.asyncProperty(...tables, async (main, part) => {
        const rows = await rowsOf(await openJoined(main, part))
        expect(rows.map(({ cells }) => cells)).toEqual(naive(main, part))
        expect(rows.map(({ row }) => row)).toEqual(main.map((_, index) => index + 2))
      }),
      { numRuns: 60 },
    )
  })

  it('recognises the rows that it has shown before, each at its place, and no others', async () => {
    await fc.assert(
      fc.asyncProperty(...tables, fc.nat(), async (main, part, at) => {
        const changed = part.map((cells, index) => (index === at % part.length ? [...cells.slice(0, 2), '!'] : cells))
        const shown = (cells: readonly string[]) =>
          JSON.stringify(cells.map((cell, index) => (index === 3 || index === 4 ? '' : cell)))
        const before = new Set(naive(main, part).map(shown))
        const choice = { delimiter: ',', width: 6, columns: [0, 5] }
        const seen = new Map<string, number>()
        const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
        const first = await openJoined(main, part)
        for await (const _ of first.eventsBut((bytes) => void seen.set(decode(bytes), seen.size), choice));
        const second = await openJoined(main, changed)
        const found: [number, string][] = []
        for await (const event of second.eventsBut((bytes) => seen.get(decode(bytes)), choice))
          if (event.kind === 'known')
            found.push(...event.known.map((_, i): [number, string] => [event.row + i, 'known']))
          else if (event.kind === 'rows')
            found.push(...event.rows.map(({ row, cells }): [number, string] => [row, shown(cells)]))
        const expected = naive(main, changed).map(shown)
        expect(found).toEqual(expected.map((row, index) => [index + 2, before.has(row) ? 'known' : row]))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps of the part only the columns in use', async () => {
    const table = await openJoined([['1', 'k', 'n']], [['note', 'k', 'value']])
    const rows = []
    for await (const event of table.eventsBut(() => undefined, { delimiter: ',', width: 6, columns: [0, 5] }))
      if (event.kind === 'rows') rows.push(...event.rows.map(({ cells }) => cells))
    expect(rows).toEqual([['1', 'k', 'n', '', '', 'value']])
  })

  it('says what is wrong with rows of the part, by their numbers there', async () => {
    const text = 'Note;Key;Value\na;1;x\nb\nc;2;y;z\nd;1;w\n'
    const table = await readJoined(opener('Key;n\n1;a\n'), {
      name: 'main.csv',
      parts: [{ join, id: 'p', name: 'part.csv', open: opener(text) }],
    })
    if (table.kind === 'refused') throw new Error('refused')
    expect((await rowsOf(table)).map(({ cells }) => cells)).toEqual([['1', 'a', 'd', '1', 'w']])
    expect(table.issues).toMatchObject([
      { code: 'ROW_TOO_SHORT', file: 'part.csv', rows: [3] },
      { code: 'ROW_TOO_LONG', file: 'part.csv', rows: [4] },
      { code: 'JOIN_KEY_REPEATED', file: 'part.csv', rows: [2] },
    ])
  })

  it('matches several key columns together', async () => {
    const part = [
      ['a', '1', 'x'],
      ['b', '1', 'y'],
    ]
    const main = [
      ['b', '1', 'n'],
      ['c', '1', 'n'],
    ]
    const rows = await rowsOf(await openJoined(main, part, { key: ['Note', 'Key'], to: ['Id', 'Key'] }))
    expect(rows.map(({ cells }) => cells[5])).toEqual(['y', ''])
  })
})

describe('the rows of a part in memory', () => {
  it('take no more than there is room for', () => {
    const rows = partRows(partRoom({ rows: 2, characters: 1_000 }))
    expect([rows.add('1', ['a'], 2), rows.add('2', ['b'], 3), rows.add('3', ['c'], 4)]).toEqual([
      'added',
      'added',
      'full',
    ])
    expect(partRows(partRoom({ rows: 2, characters: 20 })).add('1', ['x'.repeat(30)], 2)).toBe('full')
  })

  it('hold 200,000 rows of ten cells in less than 150 MB', () => {
    const rows = partRows(partRoom())
    const cells = (row: number) => Array.from({ length: 10 }, (_, index) => `value ${index} of ${row}`)
    const before = process.memoryUsage().arrayBuffers
    for (let row = 0; row < 200_000; row += 1) rows.add(`person ${row}`, cells(row), row)
    expect(rows.get('person 150000')).toEqual(cells(150_000))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000)
  })
})
