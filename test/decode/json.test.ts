import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile } from './read-file.ts'

const ada = { id: '007', name: 'Ada', works: { city: 'Paris', hours: 38.5 }, active: true }
const bob = { id: '008', name: 'Bob, "B"', tags: ['a', 'b'], works: null }
const people = {
  header: ['id', 'name', 'works.city', 'works.hours', 'active', 'tags'],
  rows: {
    1: ['007', 'Ada', 'Paris', '38.5', 'true', ''],
    2: ['008', 'Bob, "B"', '', '', '', 'a; b'],
  },
  issues: [],
}

describe('JSON', () => {
  const list = [ada, bob]
  const lines = list.map((each) => JSON.stringify(each)).join('\n')
  test.each([
    ['a list', JSON.stringify(list)],
    ['a list that is set out', JSON.stringify(list, null, 2)],
    ['a wrapped list', JSON.stringify({ Report_Entry: list })],
    ['a list in several wrappers', JSON.stringify({ ok: true, d: { count: 2, results: list } })],
    ['lines', lines],
    ['lines that end with one', `${lines}\r\n`],
    ['objects without anything between them', lines.replace('\n', '')],
    ['text with a byte order mark', `\ufeff${lines}`],
  ])('is read as one row for each record, counted from 1: %s', async (_, text) => {
    expect(await readFile(text)).toMatchObject(people)
    expect(await readFile(text, {}, 3)).toMatchObject(people)
  })

  test('is read in UTF-16, and packed', async () => {
    expect(await readFile(Buffer.from(`\ufeff${JSON.stringify(list)}`, 'utf16le'))).toMatchObject(people)
    expect(await readFile(gzipSync(lines))).toMatchObject(people)
  })

  test('says where the records are, which a mapping may say as well', async () => {
    const text = JSON.stringify({ meta: [{ a: 1 }, { a: 2 }, { a: 3 }], employees: [ada], old: { staff: [bob] } })
    const read = await readFile(text)
    expect(read).toMatchObject({
      dialect: { records: 'employees' },
      rows: { 1: ['007', 'Ada', 'Paris', '38.5', 'true'] },
    })
    expect(read.issues).toEqual([expect.stringMatching(/^RECORDS_CHOSEN: .*"employees".* meta, old\.staff/)])
    expect(await readFile(text, { dialect: { records: 'old.staff' } })).toMatchObject({
      rows: { 1: ['008', 'Bob, "B"', 'a; b'] },
      issues: [],
    })
    const missing = await readFile(text, { dialect: { records: 'old.people' } })
    expect(missing.issues).toEqual([
      expect.stringMatching(/^RECORDS_MISSING: .*"old\.people".*meta, employees, old\.staff/),
    ])
  })

  test('keeps numbers as they were written, and joins what stands in lists', async () => {
    const text = '[{"id":12345678901234567890,"pay":1.50,"jobs":[{"title":"A"},{"title":"B"}],"none":[]}]'
    expect(await readFile(text)).toMatchObject({
      header: ['id', 'pay', 'jobs.title'],
      rows: { 1: ['12345678901234567890', '1.50', 'A; B'] },
    })
  })

  test('may have records with other keys than the first, and empty ones', async () => {
    expect(await readFile('[{"id":1},{},{"id":2,"left":"2026-01-31"}]')).toMatchObject({
      header: ['id', 'left'],
      rows: { 1: ['1', ''], 3: ['2', '2026-01-31'] },
    })
  })

  test.each([
    ['cut short', JSON.stringify(list).slice(0, -20), /^FILE_CUT_SHORT/],
    ['cut short in a word', '[{"id":1,"a":tr', /^FILE_CUT_SHORT/],
    ['lines of which the last is cut short', lines.slice(0, -3), /^FILE_CUT_SHORT/],
    ['broken', '[{"id":1},,{"id":2}]', /^JSON_UNREADABLE/],
    ['no UTF-8', Buffer.from([...Buffer.from('[{"a":"é"},{"b":"'), 0xff, ...Buffer.from('"}]')]), /^JSON_UNREADABLE/],
    ['without records', '{"a":{"b":null}}', /^RECORDS_MISSING/],
    ['a list of texts', '["a","b"]', /^RECORDS_MISSING/],
    ['an empty list', '[]', /^RECORDS_MISSING/],
    ['deep', `[${'['.repeat(100)}${']'.repeat(100)}]`, /^JSON_UNREADABLE: .* 32 levels/],
    [
      'an object with a key for each person',
      JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, { n: i }]))),
      /^JSON_UNREADABLE: .*too many/,
    ],
    ['a text without an end', `[{"a":"${'x'.repeat(5_000_000)}`, /^JSON_UNREADABLE/],
  ])('is refused as a whole where it is %s', async (_, text, says) => {
    const read = await readFile(text)
    expect(read).toMatchObject({ refused: true, issues: [expect.stringMatching(says)] })
  })

  test('does not grow out of all proportion', async () => {
    const wide = Object.fromEntries(Array.from({ length: 1_900 }, (_, i) => [`c${i}`, 1]))
    const bomb = `[${JSON.stringify(wide)}${',{}'.repeat(20_000)}]`
    expect(await readFile(bomb)).toMatchObject({ refused: true, issues: [expect.stringMatching(/^ARCHIVE_TOO_LARGE/)] })
  })

  test('comes to the values that it holds, whatever they are', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    const records = fc.array(fc.record({ id: fc.integer({ min: 1 }), a: text, b: text }), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(records, async (some) => {
        const { rows } = await readFile(JSON.stringify(some))
        expect(Object.values(rows)).toEqual(some.map(({ id, a, b }) => [String(id), a, b]))
      }),
    )
  })
})
