import type { ContentHash, Random } from '#core/ports/system.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The length of every id on the wire. 24 base58 characters hold 140 bits. */
const idLength = 24

const digitsOf = (number: bigint, length: number): string => {
  let rest = number
  let digits = ''
  for (let i = 0; i < length; i += 1) {
    digits = `${alphabet[Number(rest % 58n)]}${digits}`
    rest /= 58n
  }
  return digits
}

/** The last `length` base58 digits of the number that the bytes spell. 18 bytes fill 24 digits. */
export const base58 = (bytes: Uint8Array, length = idLength): string =>
  digitsOf(
    bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n),
    length,
  )

/** An id that anybody can compute from the same text. */
export const contentId = (hash: ContentHash, text: string): string => digitsOf(BigInt(`0x${hash(text)}`), idLength)

/** Sorts by time to the millisecond: eight digits of time, sixteen of `rest` (chance, or another id). */
const withTime = (now: number, rest: string): string => `${digitsOf(BigInt(now), 8)}${rest.slice(-16)}`

export const timeId = (now: number, random: Random): string => withTime(now, base58(random(12), 16))

/** The id of a run that a file starts: repeated events of the file name the same run. */
export const syncIdOfFile = (receivedAt: number, fileId: string): string => withTime(receivedAt, fileId)

/** The id of a run that a chore starts: done again, the chore names the same run. `name` is base58 and tells whose it is. */
export const syncIdOfChore = (dueAt: number, name: string): string => withTime(dueAt, name)

/** The id of a delivery: an event that is spread again makes the same. `rest` tells the event and the endpoint, 12 bytes. */
export const deliveryIdOf = (occurredAt: number, rest: Uint8Array): string => withTime(occurredAt, base58(rest, 16))

/** Sorts before every id of a moment, and after every id of an earlier one. */
export const timeIdFloor = (moment: number): string => digitsOf(BigInt(moment), 8)

/** An id of chance alone. */
export const newId = (random: Random): string => base58(random(18))
