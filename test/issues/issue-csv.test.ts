import fc from 'fast-check'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { type Issue, issue, maxIssueRows } from '#core/issues/issue.ts'
import { csvColumns, csvFormOf, issuesCsv } from '#core/issues/issue-csv.ts'
import { say } from '#core/issues/say.ts'

const unreadable = (rows: readonly number[], parts: Partial<Issue> = {}): Issue => ({
  ...issue('DATE_UNREADABLE', { ...say('dateUnreadable', { field: 'start_date', format: 'dd.MM.yyyy' }), rows }),
  ...parts,
})

const cellsOf = (csv: string, delimiter = ','): Promise<string[][]> =>
  new Promise((resolve, reject) => {
    const rows: string[][] = []
    parseString(csv.replace('\ufeff', ''), { delimiter })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', reject)
      .on('end', () => resolve(rows))
  })

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength

describe('a table of issues', () => {
  it('begins with the mark of UTF-8, and has the gravest first', async () => {
    const csv = issuesCsv([issue('NO_ROWS', say('noRows')), unreadable([7, 9])])
    expect(csv.startsWith('\ufeffdataset,row,')).toBe(true)
    const [header, ...lines] = await cellsOf(csv)
    expect(header).toEqual(csvColumns)
    expect(lines.map(([, row, severity]) => [row, severity])).toEqual([
      ['7', 'error'],
      ['9', 'error'],
      ['', 'warning'],
    ])
  })

  it('has semicolons where a comma is the decimal sign, and the names of the reader', async () => {
    const names = Object.fromEntries(csvColumns.map((name) => [name, name.toUpperCase()])) as Record<
      (typeof csvColumns)[number],
      string
    >
    const form = { ...csvFormOf({ language: 'de' }), names, say: (_: string, name: string) => `«${name}»` }
    const [header, line] = await cellsOf(issuesCsv([unreadable([7], { column: 'Eintritt; Datum' })], form), ';')
    expect(header?.[9]).toBe('ROWS IN ALL')
    expect([line?.[2], line?.[4]]).toEqual(['«error»', 'Eintritt; Datum'])
  })

  it('runs no formula, wherever a spreadsheet takes a cell to begin', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '＝')
    const before = fc.constantFrom('', ',', ';', '\t', '\n', '\r', ' ', ', ', ';\t')
    fc.assert(
      fc.property(sign, before, fc.constantFrom('column', 'example', 'message', 'fix'), (start, behind, where) => {
        const csv = issuesCsv([unreadable([1], { [where]: `${behind}${start}cmd()` })])
        expect(csv).toContain(`'${start}cmd()`)
      }),
    )
  })

  it('fits into one answer however much is wrong, with rows of every issue and how many there are', async () => {
    const rows = Array.from({ length: maxIssueRows }, (_, index) => index + 2)
    const issues = Array.from({ length: 200 }, (_, index) => unreadable(rows, { example: `${index}`, count: 100_000 }))
    const csv = issuesCsv(issues)
    expect(bytesOf(csv)).toBeLessThan(4_500_000)
    const lines = (await cellsOf(csv)).slice(1)
    expect(new Set(lines.map((cells) => cells[8])).size).toBe(200)
    expect(lines.every((cells) => cells[9] === '100000')).toBe(true)
    expect(lines.length).toBeGreaterThan(2_000)
  })
})
