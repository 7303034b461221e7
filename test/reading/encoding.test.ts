import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsOf, codes, readAll } from './read-all.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const littleEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))
const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const marked = (text: string): string => `\ufeff${text}`
/** Windows-1252 for the characters used here. */
const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(
    text,
    (letter) => ({ '€': 0x80, Š: 0x8a, ž: 0x9e, Ÿ: 0x9f, '’': 0x92 })[letter] ?? letter.charCodeAt(0),
  )

const text = 'id;Straße;Gehalt\n1;"Große Bleichen\nHaus 3";5 €\n2;Šžar’s Ÿ;ü\n'
const cells = [
  ['1', 'Große Bleichen\nHaus 3', '5 €'],
  ['2', 'Šžar’s Ÿ', 'ü'],
]
const plainRows = Array.from({ length: 10_000 }, (_, i) => `${i};Plain ${i};${i}\n`).join('')

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(marked(text)), 'utf-8'],
    ['UTF-16 LE', littleEndian(text), 'utf-16le'],
    ['UTF-16 LE with a mark', littleEndian(marked(text)), 'utf-16le'],
    ['UTF-16 BE', bigEndian(text), 'utf-16be'],
    ['UTF-16 BE with a mark', bigEndian(marked(text)), 'utf-16be'],
    ['Windows-1252', windows1252(text), 'windows-1252'],
  ])('%s is recognised and read, however its bytes arrive', async (_, bytes, encoding) => {
    const whole = await readAll(bytes)
    expect(whole.dialect?.encoding).toBe(encoding)
    expect(whole.header).toEqual(['id', 'Straße', 'Gehalt'])
    expect(cellsOf(whole)).toEqual(cells)
    expect(
      await readAll(
        bytes,
        {},
        Array.from(bytes, (_byte, i) => i),
      ),
    ).toEqual(whole)
  })

  it('reads Windows-1252 whose first umlaut comes late', async () => {
    const bytes = windows1252(`id;name;n\n${plainRows}x;Jürgen;€\ny;René;é\n`)
    const read = await readAll(bytes)
    expect(cellsOf(read).slice(-2)).toEqual([
      ['x', 'Jürgen', '€'],
      ['y', 'René', 'é'],
    ])
    expect(read.issues).toEqual([])
  })

  it('reads UTF-8 whose first umlaut comes late, cut anywhere', async () => {
    const bytes = utf8(`id;name;n\n${plainRows}x;Jürgen;😀\n`)
    const at = bytes.length
    for (const back of [13, 12, 5, 4, 3]) {
      expect(cellsOf(await readAll(bytes, {}, [at - back])).at(-1)).toEqual(['x', 'Jürgen', '😀'])
    }
  })

  it('leaves out the rows of a UTF-8 file that are in another encoding, and names them', async () => {
    const bytes = Uint8Array.from([...utf8('id;name\n1;Jürgen\n2;'), 0xfc, ...utf8('\n3;Zoë\n')])
    const read = await readAll(bytes)
    expect(read.issues).toMatchObject([{ code: 'ENCODING_INVALID', rows: [3] }])
    expect(cellsOf(read)).toEqual([
      ['1', 'Jürgen'],
      ['3', 'Zoë'],
    ])
  })

  it('leaves out rows with half a UTF-16 character instead of changing them', async () => {
    const read = await readAll(littleEndian(marked('id;name\n1;a\ud83db\n2;😀\n')))
    expect(read.issues).toMatchObject([{ code: 'ENCODING_INVALID', rows: [2] }])
    expect(cellsOf(read)).toEqual([['2', '😀']])
  })

  it('takes a UTF-16 file that ends in half a character for cut short', async () => {
    const bytes = littleEndian(marked('id;name\n1;a\n2;b'))
    expect(codes(await readAll(bytes.subarray(0, -1)))).toEqual(['FILE_CUT_SHORT'])
  })

  it('believes the mapping about the encoding, and a byte order mark even more', async () => {
    const wanted = { dialect: { encoding: 'windows-1252' } } as const
    expect(cellsOf(await readAll(utf8('id;n\n1;ü\n'), wanted))).toEqual([['1', 'Ã¼']])
    expect(cellsOf(await readAll(utf8(marked('id;n\n1;ü\n')), wanted))).toEqual([['1', 'ü']])
  })

  it('keeps a replacement character and a byte order mark that the file really holds', async () => {
    expect(cellsOf(await readAll('id,n\n\ufeff1,\ufffd\n'))).toEqual([['\ufeff1', '\ufffd']])
  })
})

/** Bytes of a file that somebody edited badly. */
const damaged = fc
  .tuple(
    fc.array(
      fc.constantFrom('1', '"', '""', ',', ';', '\n', '\r\n', '\r', 'ü', ' ', '"a\nb"', 'x,y,z\n', '1,"ü",3\n'),
      { maxLength: 60 },
    ),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
    fc.constantFrom(utf8, littleEndian, bigEndian),
  )
  .map(([parts, changes, encode]) => {
    const bytes = encode(`id,name,note\n${parts.join('')}`)
    for (const [place, byte] of changes) bytes[place % bytes.length] = byte
    return bytes
  })

describe('any bytes at all', () => {
  it('are read or refused, never thrown at, and alike however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })),
        fc.array(fc.nat(), { maxLength: 5 }),
        async (bytes, places) => {
          const whole = await readAll(bytes)
          const cuts = places.map((place) => place % (bytes.length + 1))
          expect(await readAll(bytes, {}, cuts)).toEqual(whole)
          for (const { cells: row } of whole.rows) expect(row).toHaveLength(whole.header.length)
        },
      ),
      { numRuns: 600 },
    )
  })

  it('come back as they were written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ü', '"', ',', ';', '\n', '\r', ' ', '\u00a0', '😀', '\t', '\ufeff'),
      maxLength: 8,
    })
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 })
    const written = fc.record({
      rows,
      end: fc.constantFrom('\n', '\r\n', '\r'),
      encode: fc.constantFrom(utf8, littleEndian, bigEndian),
    })
    await fc.assert(
      fc.asyncProperty(written, async (table) => {
        const quoted = (row: readonly string[]): string =>
          row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')
        const filled = table.rows.map((row): string[] => ['id', ...row])
        const lines = ['key,one,two,three', ...filled.map(quoted)]
        const read = await readAll(table.encode(marked(lines.join(table.end) + table.end)), {
          dialect: { delimiter: ',' },
        })
        expect(cellsOf(read)).toEqual(filled)
        expect(read.rows.map(({ row }) => row)).toEqual(filled.map((_, i) => i + 2))
      }),
      { numRuns: 300 },
    )
  })
})

/** Text in an encoding that Node only reads: looked up in what its bytes, alone and in pairs, come to. */
const encodeIn = (encoding: string, text: string): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const bytesOf = new Map<string, readonly number[]>()
  for (let first = 255; first >= 0; first -= 1) {
    for (let second = 255; second >= 0x40 && first >= 0x80; second -= 1)
      bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    bytesOf.set(decoder.decode(Uint8Array.of(first)), [first])
  }
  return Uint8Array.from(Array.from(text).flatMap((letter) => bytesOf.get(letter) ?? []))
}

describe('encodings that do not say what they are', () => {
  const names = {
    cs: ['Žaneta Dvořáková', 'Jiří Novák', 'Šárka Křížová', 'Plzeň'],
    pl: ['Łukasz Żółć', 'Wojciech Śliwiński', 'Małgorzata Dąbrowska'],
    ru: ['Иван Петров', 'Мария Сидорова', 'Алексей Кузнецов'],
    el: ['Γιώργος Παπαδόπουλος', 'Μαρία Νικολάου', 'Ελένη Γεωργίου'],
    tr: ['Ayşe Yılmaz', 'Çağrı Öztürk', 'İbrahim Şahin'],
    ja: ['山田太郎', '営業部', 'カスタマーサポート'],
    de: ['Jürgen Müller', 'Bärbel Groß', 'Käthe Schröder'],
  } as const

  it.each([
    ['cs', 'windows-1250'],
    ['cs', 'iso-8859-2'],
    ['pl', 'windows-1250'],
    ['pl', 'iso-8859-2'],
    ['ru', 'windows-1251'],
    ['ru', 'iso-8859-5'],
    ['ru', 'koi8-r'],
    ['el', 'windows-1253'],
    ['tr', 'windows-1254'],
    ['ja', 'shift_jis'],
    ['ja', 'euc-jp'],
    ['de', 'windows-1252'],
  ] as const)('are told by the language in them: %s in %s', async (language, encoding) => {
    const rows = names[language].map((name, i) => `${i + 1};${name}\n`)
    const bytes = encodeIn(
      encoding,
      `id;name\n${plainRows.slice(0, 5_000)}${rows.join('')}`.replace(/(\d+;Plain \d+);\d*/g, '$1'),
    )
    const read = await readAll(bytes)
    expect(read.dialect?.encoding).toBe(encoding)
    expect(
      cellsOf(read)
        .slice(-rows.length)
        .map(([, name]) => name),
    ).toEqual(names[language])
    expect(codes(read)).toEqual(['ENCODING_GUESSED'])
    const said = await readAll(bytes, { dialect: { encoding } })
    expect(said).toMatchObject({ rows: read.rows, issues: [] })
    expect((await readAll(bytes, {}, [7, 5_100, 5_101, 5_102])).rows).toEqual(read.rows)
  })

  it('leave a row out whose bytes are no characters', async () => {
    const bytes = Uint8Array.from([
      ...encodeIn('shift_jis', 'id;name\n1;山田\n2;'),
      0x85,
      0xff,
      10,
      ...encodeIn('shift_jis', '3;太郎\n'),
    ])
    const read = await readAll(bytes, { dialect: { encoding: 'shift_jis', delimiter: ';' } })
    expect(cellsOf(read)).toEqual([
      ['1', '山田'],
      ['3', '太郎'],
    ])
    expect(codes(read)).toEqual(['ENCODING_INVALID'])
  })
})
