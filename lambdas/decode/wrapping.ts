/** What bytes are wrapped in. Workbooks are zip archives; `ole` is what Office wraps old workbooks in, and those with a password. */
export type Wrapping = 'armour' | 'pgp' | 'gzip' | 'zip' | 'ole'

/** So many bytes tell what follows. */
export const tellingBytes = 4096

/** The first byte of the body of a packet, behind its tag and its length (RFC 9580, 4.2). */
const bodyStart = (head: Uint8Array): number => {
  const tag = head[0] ?? 0
  if (tag < 0xc0) return tag < 0x80 ? 0 : ([2, 3, 5, 1][tag & 3] ?? 0)
  const length = head[1] ?? 0
  if (length < 192 || (length >= 224 && length < 255)) return 2
  return length === 255 ? 6 : 3
}

const packetType = (tag: number): number => (tag < 0xc0 ? (tag >> 2) & 15 : tag & 63)

/** Session keys (1, 3), signatures (2, 4) and compressed data (8) begin with a version or an algorithm: no character of a text. */
const firstBytes: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 6],
  2: [3, 4, 6],
  3: [4, 5, 6],
  4: [3, 6],
  8: [0, 1, 2, 3],
}

const isPackets = (head: Uint8Array): boolean => {
  const start = bodyStart(head)
  const first = head[start]
  return start > 0 && first !== undefined && (firstBytes[packetType(head[0] ?? 0)]?.includes(first) ?? false)
}

/** Decided by the bytes alone: names are often wrong. */
export const wrappingOf = (head: Uint8Array): Wrapping | undefined => {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, tellingBytes)).toString('latin1')
  if (start.startsWith('\x1f\x8b\x08')) return 'gzip'
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole'
  if (/^(?:\xef\xbb\xbf)?\s*-----BEGIN PGP MESSAGE-----/.test(start)) return 'armour'
  return isPackets(head) ? 'pgp' : undefined
}
