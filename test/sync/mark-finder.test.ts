import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markFinder } from '#core/sync/field-index.ts'

const layout = { rowBytes: 44, raw: 4, used: 24, length: 16 }

const byte = fc.constantFrom(0, 1, 127, 128, 255)
/** Few different ones, so that many share their beginning. */
const mark = fc
  .tuple(fc.array(byte, { minLength: 4, maxLength: 4 }), fc.array(byte, { minLength: 12, maxLength: 12 }))
  .filter(([beginning]) => beginning.some((each) => each > 0))
  .map(([beginning, rest]) => String.fromCharCode(...beginning, ...rest))

/** The mark of the used columns of a row with this raw mark. */
const usedOf = (raw: string): string => raw.slice(0, 4) + [...raw.slice(4)].reverse().join('')

/** Rows with marks, and as many rows without one before each as its number says. */
const rowsOf = (marks: readonly string[], gaps: readonly number[]) => {
  const places = marks.map((_, i) => i + gaps.slice(0, i + 1).reduce((sum, gap) => sum + gap, 0))
  const rows = new Uint8Array(layout.rowBytes * ((places.at(-1) ?? 0) + 1))
  const put = (text: string, at: number) => rows.set(Buffer.from(text, 'latin1'), at)
  for (const [i, text] of marks.entries()) {
    const start = (places[i] ?? 0) * layout.rowBytes
    put(text, start + layout.raw)
    put(usedOf(text), start + layout.used)
  }
  return { rows, places }
}

const rowsWith = <Asked>(asked: (marks: string[]) => fc.Arbitrary<Asked>, gap: fc.Arbitrary<number>) =>
  fc.uniqueArray(mark, { minLength: 1, maxLength: 30 }).chain((marks) =>
    fc.record({
      marks: fc.constant(marks),
      gaps: fc.array(gap, { minLength: marks.length, maxLength: marks.length }),
      asked: asked(marks),
    }),
  )

/** In the order of the rows, with some left out, others between them, and in any order. */
const anyOf = (marks: string[]) =>
  fc.oneof(
    fc.subarray(marks),
    fc.shuffledSubarray(marks),
    fc.array(fc.oneof(mark, fc.constantFrom(...marks)), { maxLength: 60 }),
  )

it('rows are found by their marks, in whatever order they are looked for', () => {
  const by = fc.array(fc.constantFrom('raw', 'used', 'next'), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(rowsWith(anyOf, fc.constantFrom(0, 0, 1, 5, 150)), by, ({ marks, gaps, asked }, ways) => {
      const { rows, places } = rowsOf(marks, gaps)
      const { findRaw, findUsed, nextRaw } = markFinder(rows, layout)
      for (const [i, raw] of asked.entries()) {
        const place = places[marks.indexOf(raw)] ?? -1
        if (ways[i] === 'raw') expect(findRaw(`${raw} and more`)).toBe(place)
        else if (ways[i] === 'used') expect(findUsed(`${usedOf(raw)} and more`)).toBe(place)
        else expect([place, -1]).toContain(nextRaw(`${raw} and more`))
      }
      for (const find of [findRaw, findUsed, nextRaw]) {
        expect(find('')).toBe(-1)
        expect(find('\0'.repeat(layout.length))).toBe(-1)
      }
    }),
    { numRuns: 500 },
  )
})

it('in the order of the rows the next one is found, also behind one that changed and among new ones', () => {
  const edits = (marks: string[]) => fc.constant(marks)
  const change = fc.array(fc.constantFrom('kept', 'changed', 'inserted'), { minLength: 30, maxLength: 30 })
  const fresh = `${'\u0002'.repeat(16)} and more`
  fc.assert(
    fc.property(rowsWith(edits, fc.constantFrom(0, 0, 1, 5)), change, ({ marks, gaps }, changes) => {
      const { rows, places } = rowsOf(marks, gaps)
      const { nextRaw } = markFinder(rows, layout)
      let changed = 0
      for (const [i, raw] of marks.entries()) {
        // Two changed rows one behind another are too much for a guess.
        changed = changes[i] === 'changed' && changed === 0 ? 1 : 0
        if (changes[i] !== 'kept') expect(nextRaw(fresh)).toBe(-1)
        if (changed === 0) expect(nextRaw(raw)).toBe(places[i])
      }
    }),
  )
})
