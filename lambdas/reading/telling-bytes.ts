import type { Dialect } from '#core/mapping/dialect.ts'

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))

/** Accents of DOS, which are quotes, commas and dots elsewhere: those never stand between two letters. */
const dosLetters: ReadonlySet<number> = new Set([0x81, 0x82, 0x84, 0x85, 0x87, 0x88, 0x89, 0x94])
const dosSharpS = 0xe1
/** `€`, `Š`, `ž`, `Œ`, `œ` and `Ÿ` of ISO 8859-15, which are signs elsewhere: no letter stands beside those. */
const euro = 0xa4
const latin9Letters: ReadonlySet<number> = new Set([0xa6, 0xb8, 0xbc, 0xbd, 0xbe])

/** A letter in every encoding of one byte. */
const isAccent = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xc0

const western = 'windows-1252'

/** The bytes that are other characters in Western Europe. */
const bytesOfOthers = (encoding: Dialect['encoding']): ReadonlySet<number> => {
  const [one, other] = [new TextDecoder(encoding), new TextDecoder(western)]
  const bytes = Array.from({ length: 128 }, (_, at) => 128 + at)
  return new Set(bytes.filter((byte) => one.decode(Uint8Array.of(byte)) !== other.decode(Uint8Array.of(byte))))
}

/** What text is that was taken for another one, by bytes that mean nothing there where they stand. */
export const westernEncoding = (text: Uint8Array, guess: Dialect['encoding']): Dialect['encoding'] => {
  const ofOthers = bytesOfOthers(guess)
  let [dos, latin9, foreign, accents, controls] = [0, 0, 0, 0, 0]
  for (const [at, byte] of text.entries()) {
    if (byte < 0x80) continue
    const [before, behind] = [isLetter(text[at - 1]), isLetter(text[at + 1])]
    if (dosLetters.has(byte) && before && behind) dos += 1
    if (byte === euro || (latin9Letters.has(byte) && (before || behind))) latin9 += 1
    if (ofOthers.has(byte) && (before || behind || isAccent(text[at - 1]) || isAccent(text[at + 1]))) foreign += 1
    if (byte >= 0xc0 && byte !== dosSharpS) accents += 1
    if (byte < 0xa0) controls += 1
  }
  if (dos > accents) return 'ibm850'
  const found = foreign > 0 ? guess : western
  return found === western && latin9 > 0 && controls === 0 ? 'iso-8859-15' : found
}
