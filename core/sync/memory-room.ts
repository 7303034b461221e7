import type { ByteRoom } from '#core/ports/scratch.ts'

/** Room in memory. */
export const memoryRoom = (): ByteRoom => {
  const parts: Uint8Array[] = []
  const nothing = new Uint8Array(0)
  return {
    put: (bytes) => ({ start: parts.push(bytes.slice()) - 1, length: bytes.length }),
    get: ({ start }) => parts[start] ?? nothing,
  }
}
