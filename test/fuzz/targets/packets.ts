import fc from 'fast-check'
import { cutPackets, readRequest } from '../../../local/sftp/packet-reader.ts'
import { cutAt, cutsOf, mutated } from '../hostile.ts'
import { target } from '../target.ts'
import { uint32 } from './uint32.ts'

const framed = (type: number, id: number, fields: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat([Buffer.of(type), uint32(id), ...fields.flatMap((field) => [uint32(field.length), field])])
  return Buffer.concat([uint32(body.length), body])
}

const packets = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant(200), fc.nat(255)),
      fc.nat(0xffffffff),
      fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 4 }),
    ),
    { maxLength: 4 },
  )
  .map((list) => new Uint8Array(Buffer.concat(list.map(([type, id, fields]) => framed(type, id, fields)))))

const throwsOnlyRangeErrors = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
}

export const packetTarget = target(
  'packets',
  fc.record({ bytes: fc.oneof(packets, mutated(packets), fc.uint8Array({ maxLength: 60 })), cuts: cutsOf }),
  ({ bytes, cuts }) =>
    throwsOnlyRangeErrors(async () => {
      const stream = async function* () {
        for (const chunk of cutAt(bytes, cuts)) yield Buffer.from(chunk)
      }
      for await (const packet of cutPackets(stream())) await throwsOnlyRangeErrors(async () => void readRequest(packet))
    }),
)
