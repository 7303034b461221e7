import fc from 'fast-check'
import { parseString } from 'fast-csv'
import { describe, expect, it } from 'vitest'
import { recordSplitter } from '#core/files/record-splitter.ts'

const delimiters = [',', ';', '\t', '|'] as const

const parse = (text: string, delimiter: string): Promise<string[][] | undefined> =>
  new Promise((resolve) => {
    const rows: string[][] = []
    parseString(text, { headers: false, delimiter })
      .on('data', (row: string[]) => rows.push(row))
      .on('error', () => resolve(undefined))
      .on('end', () => resolve(rows))
  })

const split = (bytes: Uint8Array, delimiter: string, cuts: readonly number[] = []): string[] => {
  const splitter = recordSplitter(delimiter)
  const records: Uint8Array[] = []
  const borders = [0, ...cuts, bytes.length]
  for (let i = 1; i < borders.length; i += 1) {
    for (const block of splitter.split(bytes.subarray(borders[i - 1], borders[i])))
      block.ends.forEach((end, at) => {
        records.push(block.bytes.slice(at === 0 ? 0 : block.ends[at - 1], end))
      })
  }
  const rest = splitter.rest()
  if (rest.bytes.length > 0) records.push(rest.bytes)
  return records.map((record) => Buffer.from(record).toString('latin1'))
}

const splitText = (text: string, delimiter = ',', cuts: readonly number[] = []): string[] =>
  split(new TextEncoder().encode(text), delimiter, cuts).map((record) => Buffer.from(record, 'latin1').toString())

/** Text full of what matters to a CSV reader. */
const nastyText = (delimiter: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('"', '""', delimiter, '\n', '\r\n', '\r') },
        {
          weight: 3,
          arbitrary: fc.constantFrom(' ', '\t', '\u00a0', '\u2003', '\u3000', '\u000b', '\u2028', '\u0085', 'é', '😀'),
        },
        {
          weight: 3,
          arbitrary: fc.constantFrom('a', 'x"y', `"b"${delimiter}`, `"c\nd"`, `${delimiter} "e"`, `"5" pipe"`),
        },
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''))

describe('the record splitter', () => {
  it('cuts at line feed, carriage return and both, and keeps the line end with the record', () => {
    expect(splitText('a,b\nc\r\nd\re')).toEqual(['a,b\n', 'c\r\n', 'd\r', 'e'])
  })

  it('does not cut inside quotes', () => {
    expect(splitText('a,"x\r\ny ""q"" z",b\nc\n')).toEqual(['a,"x\r\ny ""q"" z",b\n', 'c\n'])
  })

  it('takes a quote inside a cell for text', () => {
    expect(splitText('a,5" pipe\nb,c\n')).toEqual(['a,5" pipe\n', 'b,c\n'])
  })

  it('opens a quote after blanks, also those of several bytes', () => {
    for (const blank of [' ', '\t', '\u00a0', '\u2009', '\u3000', ' \ufeff ']) {
      expect(splitText(`a,${blank}"x\ny"\nb\n`)).toEqual([`a,${blank}"x\ny"\n`, 'b\n'])
    }
    expect(splitText('a,\u00e9"x\ny"\n')).toEqual(['a,\u00e9"x\n', 'y"\n'])
  })

  it('says when the last record ends inside quotes', () => {
    const splitter = recordSplitter(',')
    splitter.split(new TextEncoder().encode('a,b\nc,"d'))
    expect(splitter.rest()).toMatchObject({ inQuotes: true, lineEnds: false })
    expect(splitter.held()).toBe(4)
  })

  it('finds the records that fast-csv finds, whatever the text', async () => {
    const cases = fc
      .constantFrom(...delimiters)
      .chain((delimiter) => fc.tuple(fc.constant(delimiter), nastyText(delimiter)))
    await fc.assert(
      fc.asyncProperty(cases, async ([delimiter, text]) => {
        const rows = await parse(text, delimiter)
        const records = splitText(text, delimiter)
        expect(records.join('')).toBe(text)
        const alone = await Promise.all(records.map((record) => parse(`\ufeff${record}`, delimiter)))
        if (rows === undefined) expect(alone).toContain(undefined)
        else expect(alone.flat()).toEqual(rows)
      }),
      { numRuns: 1500 },
    )
  })

  it('cuts bytes that are no text as fast-csv does', async () => {
    const byte = fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x20, 0x61, 0xc2, 0xa0, 0xe2, 0x80, 0x83, 0xff, 0x00)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 30 }), fc.array(byte, { maxLength: 30 }), async (wild, tame) => {
        const bytes = Uint8Array.from([...tame, ...wild, ...tame])
        const decode = (part: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)
        const rows = await parse(`\ufeff${decode(bytes)}`, ',')
        const records = split(bytes, ',')
        expect(records.join('')).toBe(Buffer.from(bytes).toString('latin1'))
        const alone = await Promise.all(
          records.map((record) => parse(`\ufeff${decode(Buffer.from(record, 'latin1'))}`, ',')),
        )
        if (rows === undefined) expect(alone).toContain(undefined)
        else expect(alone.flat()).toEqual(rows)
      }),
      { numRuns: 1000 },
    )
  })

  it('cuts the same at every chunk border', () => {
    fc.assert(
      fc.property(nastyText(','), fc.array(fc.nat(), { maxLength: 6 }), (text, places) => {
        const bytes = new TextEncoder().encode(text)
        const cuts = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b)
        expect(split(bytes, ',', cuts)).toEqual(split(bytes, ','))
        expect(
          split(
            bytes,
            ',',
            Array.from(bytes, (_, i) => i),
          ),
        ).toEqual(split(bytes, ','))
      }),
      { numRuns: 1000 },
    )
  })
})
