const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The length of every id on the wire. 24 base58 characters hold 140 bits. */
export const idLength = 24

/** The last `length` base58 digits of the number that the bytes spell. 18 bytes fill 24 digits. */
export const base58 = (bytes: Uint8Array, length = idLength): string => {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let digits = ''
  for (let i = 0; i < length; i += 1) {
    digits = `${alphabet[Number(number % 58n)]}${digits}`
    number /= 58n
  }
  return digits
}

/** Sorts by time to the millisecond: eight digits of time, sixteen of chance. */
export const timeId = (now: number, random: (count: number) => Uint8Array): string => {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(now))
  return `${base58(time, 8)}${base58(random(12), 16)}`
}

/** An id of chance alone. */
export const newId = (random: (count: number) => Uint8Array): string => base58(random(18))
