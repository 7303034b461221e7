import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** What the archive says of it where that is not so. */
  readonly lies?: {
    readonly size?: number
    readonly checksum?: number
    readonly method?: number
    readonly flags?: number
  }
}

const deflate = 8

const numbers = (...parts: readonly (readonly [number, 2 | 4])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of parts) at = bytes.writeUIntLE(value, at, size)
  return bytes
}

const parts = ({ name, bytes, lies = {} }: ZipEntry, offset: number) => {
  const content = Buffer.from(bytes)
  const packed = deflateRawSync(content)
  const fields = numbers(
    [20, 2],
    [lies.flags ?? 0, 2],
    [lies.method ?? deflate, 2],
    [0, 4],
    [lies.checksum ?? crc32(content), 4],
    [packed.length, 4],
    [lies.size ?? content.length, 4],
    [Buffer.byteLength(name), 2],
    [0, 2],
  )
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
  const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4])
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), numbers([20, 2]), fields, rest, Buffer.from(name)])
  return { local, central }
}

/** A zip archive, also one that does not tell the truth. */
export const makeZip = (entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = parts(entry, offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const count = entries.length
  const end = numbers([0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2])
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}
