import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPackets, readRequest } from '../../local/sftp/packet-reader.ts'
import { versionPacket, writeReply } from '../../local/sftp/packet-writer.ts'
import { ok } from '../../local/sftp/packets.ts'

const framed = (body: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

const cut = async (chunks: readonly Buffer[]): Promise<readonly Buffer[]> => {
  const stream = async function* () {
    yield* chunks
  }
  const packets: Buffer[] = []
  for await (const packet of cutPackets(stream())) packets.push(packet)
  return packets
}

describe('the packets of a stream', () => {
  it('are the same however the network cuts it', async () => {
    const bodies = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }))
    await fc.assert(
      fc.asyncProperty(bodies, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), async (packets, cuts) => {
        const stream = Buffer.concat(packets.map(framed))
        const chunks: Buffer[] = []
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = cuts[turn % cuts.length]!
          chunks.push(stream.subarray(at, at + size))
          at += size
        }
        expect(await cut(chunks)).toEqual(packets.map((packet) => Buffer.from(packet)))
      }),
    )
  })

  it('end with the first that is empty or too long to be one', async () => {
    await expect(cut([Buffer.alloc(4)])).rejects.toThrow(RangeError)
    await expect(cut([Buffer.from([0xff, 0, 0, 0, 1])])).rejects.toThrow(RangeError)
  })
})

describe('a request', () => {
  it('made of any bytes is read, or found malformed, under its own id', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 255 }), fc.uint8Array({ maxLength: 60 }), (type, rest) => {
        const request = readRequest(Buffer.from([type, 0, 0, 0, 7, ...rest]))
        expect(request.id).toBe(7)
      }),
    )
  })

  it('that announces more than it holds is malformed', () => {
    expect(readRequest(Buffer.from([3, 0, 0, 0, 1, 0, 0, 0, 9, 97]))).toEqual({ type: 'malformed', id: 1 })
  })

  it('of a type nobody knows is an extension', () => {
    expect(readRequest(Buffer.from([77, 0, 0, 0, 1]))).toEqual({ type: 'extended', id: 1 })
  })
})

describe('a reply', () => {
  it('carries the id of its request', () => {
    expect(writeReply(7, ok).subarray(4, 13)).toEqual(Buffer.from([101, 0, 0, 0, 7, 0, 0, 0, 0]))
  })

  it('to the greeting announces version 3 and no extensions', () => {
    expect(versionPacket).toEqual(Buffer.from([0, 0, 0, 5, 2, 0, 0, 0, 3]))
  })
})
