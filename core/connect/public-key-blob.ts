import type { PublicKeyRefusal } from './public-key-refusals.ts'

/** The key types that Transfer Family accepts. */
const keyTypes = [
  'ssh-ed25519',
  'ssh-rsa',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
] as const
export type PublicKeyType = (typeof keyTypes)[number]

const isKeyType = (type: string): type is PublicKeyType => keyTypes.some((known) => known === type)

/** Why keys of this type are not accepted; `undefined` when they are. */
export const typeRefusal = (type: string): PublicKeyRefusal | undefined => {
  if (isKeyType(type)) return undefined
  if (/-cert-v\d\d@/.test(type)) return 'CERTIFICATE'
  if (type.startsWith('sk-')) return 'SECURITY_KEY'
  return type === 'ssh-dss' ? 'DSA_KEY' : 'UNREADABLE'
}

export type PublicKeyBlob =
  | { readonly kind: 'blob'; readonly type: PublicKeyType; readonly bits: number }
  | { readonly kind: 'refused'; readonly reason: PublicKeyRefusal }

const refused = (reason: PublicKeyRefusal): PublicKeyBlob => ({ kind: 'refused', reason })

const minRsaBits = 2048

/** The length-prefixed fields of RFC 4253 keys; `undefined` when the last one is not all there. */
const fieldsOf = (blob: Uint8Array): readonly Uint8Array[] | undefined => {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength)
  const fields: Uint8Array[] = []
  let position = 0
  while (position < blob.length) {
    if (position + 4 > blob.length) return undefined
    const start = position + 4
    const end = start + view.getUint32(position)
    if (end > blob.length) return undefined
    fields.push(blob.subarray(start, end))
    position = end
  }
  return fields
}

const textOf = (field: Uint8Array | undefined): string => String.fromCharCode(...(field ?? []).slice(0, 100))

/** Bits of a positive multiple-precision integer; 0 when it is none. */
const bitLength = (number: Uint8Array): number => {
  const first = number.findIndex((byte) => byte !== 0)
  const top = number[first]
  const isNegative = (number[0] ?? 0) >= 0x80
  return top === undefined || isNegative ? 0 : (number.length - first - 1) * 8 + (32 - Math.clz32(top))
}

const rsaBlob = ([exponent, modulus]: readonly Uint8Array[]): PublicKeyBlob => {
  if (exponent === undefined || modulus === undefined) return refused('CUT_SHORT')
  const bits = bitLength(modulus)
  const areOdd = [exponent, modulus].every((number) => ((number.at(-1) ?? 0) & 1) === 1)
  if (bits === 0 || bitLength(exponent) < 2 || !areOdd) return refused('UNREADABLE')
  return bits < minRsaBits ? refused('RSA_TOO_SHORT') : { kind: 'blob', type: 'ssh-rsa', bits }
}

const curves = {
  'ecdsa-sha2-nistp256': { name: 'nistp256', bits: 256, pointLength: 65 },
  'ecdsa-sha2-nistp384': { name: 'nistp384', bits: 384, pointLength: 97 },
  'ecdsa-sha2-nistp521': { name: 'nistp521', bits: 521, pointLength: 133 },
} as const

const uncompressedPoint = 4

const ecdsaBlob = (type: keyof typeof curves, [curve, point]: readonly Uint8Array[]): PublicKeyBlob => {
  const { name, bits, pointLength } = curves[type]
  if (point === undefined) return refused('CUT_SHORT')
  const isValid = textOf(curve) === name && point.length === pointLength && point[0] === uncompressedPoint
  return isValid ? { kind: 'blob', type, bits } : refused('UNREADABLE')
}

const ed25519Blob = ([point]: readonly Uint8Array[]): PublicKeyBlob => {
  if (point === undefined) return refused('CUT_SHORT')
  return point.length === 32 ? { kind: 'blob', type: 'ssh-ed25519', bits: 256 } : refused('UNREADABLE')
}

const fieldCounts = { 'ssh-ed25519': 2, 'ssh-rsa': 3 } as const
const ecdsaFieldCount = 3

/** Reads the binary part of a public key and checks that it is whole and of an accepted kind. */
export const readBlob = (blob: Uint8Array): PublicKeyBlob => {
  const fields = fieldsOf(blob)
  if (fields === undefined) return refused('CUT_SHORT')
  const [typeField, ...numbers] = fields
  const type = textOf(typeField)
  if (!isKeyType(type)) return refused(typeRefusal(type) ?? 'UNREADABLE')
  const isEcdsa = type !== 'ssh-rsa' && type !== 'ssh-ed25519'
  if (fields.length > (isEcdsa ? ecdsaFieldCount : fieldCounts[type])) return refused('UNREADABLE')
  if (isEcdsa) return ecdsaBlob(type, numbers)
  return type === 'ssh-rsa' ? rsaBlob(numbers) : ed25519Blob(numbers)
}
