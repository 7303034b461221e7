import type { RowMarks } from '#core/files/table.ts'
import { hashBytes } from './manifest-layout.ts'

// How texts, hashes and days lie in bytes.

// A remote id may begin with what else is the mark of a text.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Short text of one byte a character. A decoder of such text takes longer to be made than most files to be compared. */
export const latin1Of = (bytes: Uint8Array): string => Reflect.apply(String.fromCharCode, undefined, bytes)

export const textOf = (bytes: Uint8Array): string => utf8.decode(bytes)

export const putLatin1 = (into: Uint8Array, at: number, text: string): void => {
  for (let i = 0; i < text.length; i += 1) into[at + i] = text.charCodeAt(i)
}

export const holdsLatin1 = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

export const noMark = '\0'.repeat(hashBytes)

/** The marks of a row; null when it has none. */
export const marksOf = (rawBytes: Uint8Array, usedBytes: Uint8Array): RowMarks | null => {
  const [raw, used] = [latin1Of(rawBytes), latin1Of(usedBytes)]
  return raw === noMark ? null : { raw, used: used === noMark ? '' : used }
}

export const hexOf = (bytes: Uint8Array): string => {
  let digits = ''
  for (const byte of bytes) digits += (byte + 0x100).toString(16).slice(1)
  return digits
}

const nine = 0x39
const aboveNine = 0x61 - 10

const digitValue = (digit: number): number => digit - (digit > nine ? aboveNine : 0x30)

/** Puts the first bytes of a hash, given in lower-case hexadecimal. */
export const putHash = (into: Uint8Array, at: number, digits: string): void => {
  for (let i = 0; i < hashBytes; i += 1)
    into[at + i] = (digitValue(digits.charCodeAt(2 * i)) << 4) | digitValue(digits.charCodeAt(2 * i + 1))
}

/** `yyyy-MM-dd` as a number; 0 when there is none. */
export const numberOfDay = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')))

export const dayOf = (number: number): string | null => {
  const digits = String(number).padStart(8, '0')
  return number === 0 ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => {
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false
  return true
}
