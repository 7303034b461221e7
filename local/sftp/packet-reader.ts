import type { Request } from './packets.ts'

/** A WRITE of 256 KiB, the most that OpenSSH sends, and its head. */
const maxPacketLength = 256 * 1024 + 1024

/** Cuts a byte stream into packets. Throws when a client announces a packet that is empty or too long. */
export async function* cutPackets(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    while (pending.length >= 4) {
      const length = pending.readUInt32BE(0)
      if (length === 0 || length > maxPacketLength) throw new RangeError(`An SFTP packet of ${length} bytes`)
      if (pending.length < 4 + length) break
      yield pending.subarray(4, 4 + length)
      pending = pending.subarray(4 + length)
    }
  }
}

/** Reads fields one after the other; throws a RangeError past the end. */
const fieldsOf = (packet: Buffer) => {
  let position = 1
  const advance = (bytes: number): number => {
    const start = position
    position += bytes
    if (position > packet.length) throw new RangeError('An SFTP packet that ends too early')
    return start
  }
  const uint32 = (): number => packet.readUInt32BE(advance(4))
  const bytes = (): Buffer => {
    const length = uint32()
    const start = advance(length)
    return packet.subarray(start, start + length)
  }
  return {
    uint32,
    bytes,
    uint64: (): number => Number(packet.readBigUInt64BE(advance(8))),
    text: (): string => bytes().toString('utf8'),
  }
}

type Fields = ReturnType<typeof fieldsOf>
type RequestReader = (id: number, fields: Fields) => Request

const requestReaders: Readonly<Record<number, RequestReader>> = {
  3: (id, fields) => ({ type: 'open', id, path: fields.text(), flags: fields.uint32() }),
  4: (id, fields) => ({ type: 'close', id, handle: fields.text() }),
  5: (id, fields) => ({ type: 'read', id, handle: fields.text(), offset: fields.uint64(), length: fields.uint32() }),
  6: (id, fields) => ({ type: 'write', id, handle: fields.text(), offset: fields.uint64(), data: fields.bytes() }),
  7: (id, fields) => ({ type: 'stat', id, path: fields.text() }), // LSTAT: there are no links to tell apart
  8: (id, fields) => ({ type: 'fstat', id, handle: fields.text() }),
  9: (id) => ({ type: 'setstat', id }),
  10: (id) => ({ type: 'setstat', id }), // FSETSTAT
  11: (id, fields) => ({ type: 'opendir', id, path: fields.text() }),
  12: (id, fields) => ({ type: 'readdir', id, handle: fields.text() }),
  13: (id, fields) => ({ type: 'remove', id, path: fields.text() }),
  14: (id, fields) => ({ type: 'mkdir', id, path: fields.text() }),
  15: (id, fields) => ({ type: 'rmdir', id, path: fields.text() }),
  16: (id, fields) => ({ type: 'realpath', id, path: fields.text() }),
  17: (id, fields) => ({ type: 'stat', id, path: fields.text() }),
  18: (id, fields) => ({ type: 'rename', id, from: fields.text(), to: fields.text() }),
  19: (id) => ({ type: 'link', id }), // READLINK
  20: (id) => ({ type: 'link', id }), // SYMLINK
  200: (id) => ({ type: 'extended', id }),
}

const initPacket = 1

export const isInit = (packet: Buffer): boolean => packet[0] === initPacket

/** Reads one request. Throws a RangeError when not even its id can be read. */
export const readRequest = (packet: Buffer): Request => {
  const fields = fieldsOf(packet)
  const id = fields.uint32()
  const reader = requestReaders[packet[0] ?? 0]
  if (reader === undefined) return { type: 'extended', id }
  try {
    return reader(id, fields)
  } catch (error) {
    if (error instanceof RangeError) return { type: 'malformed', id }
    throw error
  }
}
