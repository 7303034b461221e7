import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, decoded } from './decoded.ts'
import { makeZip } from './make-zip.ts'

const zipped = (name = 'employees.csv') => makeZip([{ name, bytes: csv }])
const zeros = Buffer.alloc(40_000_000)

describe('what is not wrapped', () => {
  test.each(['', 'a', csv, 'PK,name\n1,x\n', '\u00c1lvaro;1\n', '{a;b}\n1;2\n', '[id],name\n'])(
    'stays as it is: %j',
    async (text) => {
      expect(await decoded(text)).toBe(text)
    },
  )

  test('nor is text in any old encoding taken for a message', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)) }),
        async (text) => {
          const bytes = Buffer.from(text, 'latin1')
          expect(await decoded(bytes)).toBe(bytes.toString())
        },
      ),
    )
  })
})

describe('packed files', () => {
  test.each([1, 7, 70_000])('are unpacked, however their bytes arrive: pieces of %i', async (pieceBytes) => {
    expect(await decoded(gzipSync(csv), {}, [], pieceBytes)).toBe(csv)
    expect(await decoded(zipped(), {}, [], pieceBytes)).toBe(csv)
  })

  test('may be packed in several parts, one behind another', async () => {
    expect(await decoded(Buffer.concat([gzipSync('id\n'), gzipSync('1\n')]))).toBe('id\n1\n')
  })

  test('may have what packers add beside the export', async () => {
    const clutter = ['__MACOSX/._employees.csv', '.DS_Store', 'out/', 'out/.hidden'].map((name) => ({
      name,
      bytes: 'x',
    }))
    expect(await decoded(makeZip([...clutter, { name: 'out/Personal_2026.dat', bytes: csv }]))).toBe(csv)
  })

  test('are told apart by the names inside where there are several', async () => {
    const both = makeZip([
      { name: 'absences.csv', bytes: 'other' },
      { name: 'employees_2026-01-31.csv', bytes: csv },
    ])
    expect(await decoded(both, { dataset: 'employees' })).toBe(csv)
    expect(await decoded(both, { dataset: 'locations' })).toMatch(
      /^ARCHIVE_CONTENTS: .* holds 2 files.*such as employees\.csv/,
    )
  })
})

const scatteredWorkbook = makeZip([
  { name: 'sheet.xml', bytes: randomBytes(5_000) },
  { name: '[Content_Types].xml', bytes: '<x/>' },
])

describe('what cannot be unpacked is said', () => {
  const packed = gzipSync(csv.repeat(500))
  const archive = makeZip([{ name: 'employees.csv', bytes: csv.repeat(500) }])

  test('a file that is cut short', async () => {
    for (const whole of [packed, archive])
      for (const part of [whole.length - 1, whole.length >> 1, 40])
        expect(await decoded(whole.subarray(0, part))).toMatch(/^FILE_CUT_SHORT: The file is cut short/)
  })

  test('a file that was damaged', async () => {
    const changed = Buffer.from(packed)
    changed[packed.length - 7] = (changed[packed.length - 7] ?? 0) ^ 1
    expect(await decoded(changed)).toMatch(/^ARCHIVE_DAMAGED/)
    expect(await decoded(makeZip([{ name: 'a.csv', bytes: csv, lies: { checksum: 1 } }]))).toMatch(/^ARCHIVE_DAMAGED/)
    expect(await decoded(makeZip([{ name: '../a.csv', bytes: csv }]))).toMatch(/^ARCHIVE_DAMAGED/)
  })

  test.each([
    ['no file', makeZip([{ name: 'folder/', bytes: '' }]), /^ARCHIVE_CONTENTS: .*holds no file/],
    ['nothing at all', makeZip([]), /^ARCHIVE_CONTENTS: .*holds no file/],
    ['a password', makeZip([{ name: 'a.csv', bytes: csv, lies: { flags: 1 } }]), /^PASSWORD_PROTECTED/],
    ['another method', makeZip([{ name: 'a.csv', bytes: csv, lies: { method: 14 } }]), /^FORMAT_NOT_SUPPORTED/],
    ['an archive in an archive', makeZip([{ name: 'a.zip', bytes: zipped() }]), /^ARCHIVE_CONTENTS: .*once more/],
    ['gzip twice', gzipSync(gzipSync(csv)), /^ARCHIVE_CONTENTS: .*once more/],
    ['a workbook whose parts stand in another order', scatteredWorkbook, /^FORMAT_NOT_SUPPORTED: .*Excel/],
  ])('%s', async (_what, bytes, says) => {
    expect(await decoded(bytes)).toMatch(says)
  })
})

describe('bombs', () => {
  test.each([
    ['gzip', gzipSync(zeros)],
    ['zip', makeZip([{ name: 'employees.csv', bytes: zeros }])],
    ['a zip that calls itself small', makeZip([{ name: 'employees.csv', bytes: zeros, lies: { size: 1_000_000 } }])],
  ])('are refused: %s', async (_what, bytes) => {
    expect(await decoded(bytes)).toMatch(/^ARCHIVE_(?:TOO_LARGE|DAMAGED)/)
  })

  test('so is what is larger than somebody waits for', async () => {
    for (const bytes of [gzipSync(csv), zipped()])
      expect(await decoded(bytes, { limit: 20 })).toMatch(/^ARCHIVE_TOO_LARGE/)
    expect(await decoded(csv, { limit: 20 })).toBe(csv)
  })

  test('an archive of thousands of files is not looked through', async () => {
    const many = makeZip(Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}`, bytes: '' })))
    expect(await decoded(many)).toMatch(/^ARCHIVE_CONTENTS: .*1001 files/)
  })
})
