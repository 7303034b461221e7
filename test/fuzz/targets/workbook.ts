import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { makeWorkbook } from '../../decode/make-workbook.ts'
import { readFile } from '../../decode/read-file.ts'
import { hostileText, mutated } from '../hostile.ts'
import { hold, target } from '../target.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"\p{Surrogate}\p{Cc}\ufffe\uffff]/gu, (letter) => `&#${letter.charCodeAt(0)};`)
const number = fc.oneof(
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom('1E400', '-1', '0.5', '2958466'),
)
const types = fc.constantFrom('', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="x"')
const places = fc.constantFrom('', ' r="A1"', ' r="C2"', ' r="ZZ9"', ' r="XFD1"', ' r="XFE1"', ' r="-"')
const cell = fc
  .tuple(types, places, fc.nat(4), fc.oneof(number, hostileText(2).map(escaped)))
  .map(([type, place, style, value]) => `<c${type}${place} s="${style}"><v>${value}</v></c>`)
const text = hostileText(3).map((value) => `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`)
const row = fc
  .tuple(
    fc.constantFrom('', ' r="2"', ' r="3"', ' r="900"', ' r="1048577"', ' r="x"'),
    fc.array(fc.oneof(cell, text), { maxLength: 5 }),
  )
  .map(([place, cells]) => `<row${place}>${cells.join('')}</row>`)
const merged = fc.constantFrom('', '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B2:ZZZ9999999"/></mergeCells>')
const sheet = fc
  .tuple(fc.array(row, { maxLength: 6 }), merged)
  .map(([rows, behind]) => `<worksheet><sheetData>${rows.join('')}</sheetData>${behind}</worksheet>`)

/** XML that is broken before it is packed: what is broken afterwards fails the checksum. */
const broken = mutated(sheet.map((xml) => new TextEncoder().encode(xml))).map((bytes) =>
  Buffer.from(bytes).toString('latin1'),
)

const workbooks = fc
  .record({
    xml: fc.oneof(sheet, broken),
    formats: fc.array(fc.constantFrom('dd.mm.yyyy', 'hh:mm', '[h]:mm', '0000', '[Red]0'), { maxLength: 3 }),
    strings: fc.array(
      hostileText(2).map((value) => `<t>${escaped(value)}</t>`),
      { maxLength: 3 },
    ),
    names: fc.array(fc.constantFrom('Employees', 'S', 'T'), { minLength: 1, maxLength: 2 }),
  })
  .map(({ xml, formats, strings, names }) =>
    Uint8Array.from(makeWorkbook({ sheets: names.map((name) => ({ name, xml })), formats, strings })),
  )

export const workbookTarget = target(
  'workbook',
  fc.record({ bytes: fc.oneof(workbooks, mutated(workbooks)), pieceBytes: fc.integer({ min: 20, max: 3_000 }) }),
  async ({ bytes, pieceBytes }) => {
    const once = await readFile(bytes)
    hold(isDeepStrictEqual(await readFile(bytes, {}, pieceBytes), once), 'the pieces in which bytes arrive matter')
    hold(!once.refused || once.issues.length > 0, 'refused without a reason')
    hold(
      Object.values(once.rows).every((cells) => cells.length === once.header.length),
      'a row of another width than the header',
    )
  },
)
