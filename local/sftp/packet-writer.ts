import { type Attributes, type NamedAttributes, type Reply, statusCodes } from './packets.ts'

const replyTypes = { status: 101, handle: 102, data: 103, names: 104, attributes: 105 } as const

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

const uint64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

const text = (value: string | Uint8Array): Buffer[] => {
  const bytes = Buffer.from(value)
  return [uint32(bytes.length), bytes]
}

const attributeFlags = { size: 1, owner: 2, permissions: 4, times: 8 } as const
const allAttributes = Object.values(attributeFlags).reduce((flags, flag) => flags | flag, 0)

const attributes = ({ size, mode, modifiedAt }: Attributes): Buffer[] => {
  const seconds = uint32(Math.floor(modifiedAt / 1000))
  return [uint32(allAttributes), uint64(size), uint32(0), uint32(0), uint32(mode), seconds, seconds]
}

const named = (entry: NamedAttributes): Buffer[] => [
  ...text(entry.name),
  ...text(entry.longName),
  ...attributes(entry.attributes),
]

const bodyOf = (reply: Reply): Buffer[] => {
  switch (reply.type) {
    case 'status':
      return [uint32(statusCodes[reply.code]), ...text(reply.message), ...text('en')]
    case 'handle':
      return text(reply.handle)
    case 'data':
      return text(reply.data)
    case 'names':
      return [uint32(reply.names.length), ...reply.names.flatMap(named)]
    case 'attributes':
      return attributes(reply.attributes)
  }
}

const packet = (type: number, fields: readonly Buffer[]): Buffer => {
  const length = fields.reduce((sum, field) => sum + field.length, 1)
  return Buffer.concat([uint32(length), Buffer.of(type), ...fields])
}

export const writeReply = (id: number, reply: Reply): Buffer =>
  packet(replyTypes[reply.type], [uint32(id), ...bodyOf(reply)])

/** Announces version 3 and no extensions, so that clients rename with plain RENAME. */
export const versionPacket = packet(2, [uint32(3)])
