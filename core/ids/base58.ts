import type { ContentHash, Random } from '#core/ports/system.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The length of every id on the wire. 24 base58 characters hold 140 bits. */
const idLength = 24

const base = alphabet.length
/** Two digits are taken at a time: then every step stays within 32 bits, where whole numbers are divided fastest. */
const group = base ** 2
const limbBits = 16
const twoDigits = Array.from(
  { length: group },
  (_, number) => `${alphabet[Math.floor(number / base)]}${alphabet[number % base]}`,
)

/** The number that the bytes spell, as limbs of two bytes, the lowest first. */
const limbsOf = (bytes: Uint8Array): number[] => {
  const limbs: number[] = []
  for (let end = bytes.length; end > 0; end -= 2) limbs.push(((bytes[end - 2] ?? 0) << 8) | (bytes[end - 1] ?? 0))
  return limbs
}

/** Divides the number in place and answers the rest. */
const divide = (limbs: number[]): number => {
  let rest = 0
  for (let i = limbs.length - 1; i >= 0; i -= 1) {
    const value = (rest << limbBits) | (limbs[i] ?? 0)
    const quotient = (value / group) | 0
    limbs[i] = quotient
    rest = value - quotient * group
  }
  return rest
}

/** The last `length` base58 digits of the number that the bytes spell. 18 bytes fill 24 digits. */
export const base58 = (bytes: Uint8Array, length = idLength): string => {
  const limbs = limbsOf(bytes)
  let digits = ''
  while (digits.length < length) digits = `${twoDigits[divide(limbs)]}${digits}`
  return digits.slice(-length)
}

const bytesOfHex = (digits: string): Uint8Array =>
  Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16))

/** An id that anybody can compute from the same text. */
export const contentId = (hash: ContentHash, text: string): string => base58(bytesOfHex(hash(text)))

const bytesOfNumber = (number: number): Uint8Array => bytesOfHex(number.toString(16).padStart(12, '0'))

/** Sorts by time to the millisecond: eight digits of time, sixteen of `rest` (chance, or another id). */
const withTime = (now: number, rest: string): string => `${base58(bytesOfNumber(now), 8)}${rest.slice(-16)}`

export const timeId = (now: number, random: Random): string => withTime(now, base58(random(12), 16))

/** The id of a run that a file starts: repeated events of the file name the same run. */
export const syncIdOfFile = (receivedAt: number, fileId: string): string => withTime(receivedAt, fileId)

/** The id of a run that a chore starts: done again, the chore names the same run. `name` is base58 and tells whose it is. */
export const syncIdOfChore = (dueAt: number, name: string): string => withTime(dueAt, name)

/** The id of a delivery: an event that is spread again makes the same. `rest` tells the event and the endpoint, 12 bytes. */
export const deliveryIdOf = (occurredAt: number, rest: Uint8Array): string => withTime(occurredAt, base58(rest, 16))

/** Sorts before every id of a moment, and after every id of an earlier one. */
export const timeIdFloor = (moment: number): string => base58(bytesOfNumber(moment), 8)

/** An id of chance alone. */
export const newId = (random: Random): string => base58(random(18))
