import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markFinder } from '#core/sync/field-index.ts'

const layout = { rowBytes: 24, offset: 4, length: 16 }

const byte = fc.constantFrom(0, 1, 127, 128, 255)
/** Few different ones, so that many share their beginning. */
const mark = fc
  .tuple(fc.array(byte, { minLength: 4, maxLength: 4 }), fc.array(byte, { minLength: 12, maxLength: 12 }))
  .filter(([beginning]) => beginning.some((each) => each > 0))
  .map(([beginning, rest]) => String.fromCharCode(...beginning, ...rest))

/** Rows with marks, and as many rows without one before each as its number says. */
const rowsOf = (marks: readonly string[], gaps: readonly number[]) => {
  const places = marks.map((_, i) => i + gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))
  const rows = new Uint8Array(layout.rowBytes * ((places.at(-1) ?? 0) + 1))
  for (const [i, text] of marks.entries())
    for (let at = 0; at < text.length; at += 1)
      rows[(places[i] ?? 0) * layout.rowBytes + layout.offset + at] = text.charCodeAt(at)
  return { rows, places }
}

const cases = fc.uniqueArray(mark, { minLength: 1, maxLength: 30 }).chain((marks) =>
  fc.record({
    marks: fc.constant(marks),
    gaps: fc.array(fc.constantFrom(0, 0, 1, 5, 150), { minLength: marks.length, maxLength: marks.length }),
    // In the order of the rows, with some left out, others between them, and in any order.
    asked: fc.oneof(
      fc.subarray(marks),
      fc.shuffledSubarray(marks),
      fc.array(fc.oneof(mark, fc.constantFrom(...marks))),
    ),
  }),
)

it('rows are found by their marks, in whatever order they are looked for', () => {
  fc.assert(
    fc.property(cases, ({ marks, gaps, asked }) => {
      const { rows, places } = rowsOf(marks, gaps)
      const find = markFinder(rows, layout)
      for (const text of asked) expect(find(`${text} and more`)).toBe(places[marks.indexOf(text)] ?? -1)
      expect(find('')).toBe(-1)
      expect(find('\0'.repeat(layout.length))).toBe(-1)
    }),
    { numRuns: 500 },
  )
})
