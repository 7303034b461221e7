import fc from 'fast-check'

/** Text made of what readers of text trip over. */
const pieces = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r\n', '\r', ' ', '.', '-', '/', ':'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\u00a0',
      '\u2028',
      '\u3000',
      '\ufeff',
      '\u0000',
      '\u001a',
      '\u200b',
      'é',
      'ß',
      '😀',
      '李',
      '\ud800',
      '\udfff',
      'e\u0301',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '%',
      '%zz',
      '+',
      '\\',
      '\u001f',
      'null',
      'NaN',
      '1e999',
      '-0',
      '0x10',
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'id',
      'Ada',
      '2026-02-30',
      '31.12.2025',
      '12/31/25',
      '1.234,56',
      '8:61',
      'true',
      'x@y.z',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)

/** One piece over and over: what is slow grows out of proportion. */
const repeated = fc.tuple(pieces, fc.integer({ min: 1, max: 3_000 })).map(([piece, times]) => piece.repeat(times))

export const hostileText = (maxPieces = 40): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 30, arbitrary: pieces }, { weight: 1, arbitrary: repeated }), { maxLength: maxPieces })
    .map((parts) => parts.join(''))

/** Bytes with some of them changed, taken out or put in. */
export const mutated = (original: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(original, fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat(255)), { maxLength: 6 })).map(([bytes, changes]) => {
    const result = [...bytes]
    for (const [place, removed, byte] of changes) result.splice(place % (result.length + 1), removed, byte)
    return Uint8Array.from(result)
  })

/** Where a stream of bytes is cut. */
export const cutsOf = fc.array(fc.nat(), { maxLength: 6 })

export const cutAt = (bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] => {
  const borders = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return borders.slice(1).map((border, i) => bytes.subarray(borders[i], border))
}

export async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}
