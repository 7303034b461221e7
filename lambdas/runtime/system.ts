import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock, ConstantTimeEqual, ContentHash, KeyedHash, Random, System } from '#core/ports/system.ts'

export const clock: Clock = () => Date.now()

export const random: Random = (count) => randomBytes(count)

const sha256 = (bytes: Uint8Array): Buffer => Buffer.from(hash('sha256', bytes, 'binary'), 'latin1')

/** Bytes of SHA-256's block. */
const blockBytes = 64

/** HMAC-SHA256 under `secret`, spelled out as RFC 2104 has it: two one-shot hashes cost half of what `createHmac` does. */
export const keyedHash = (secret: string): KeyedHash => {
  const given = Buffer.from(secret)
  const key = Buffer.alloc(blockBytes)
  key.set(given.length > blockBytes ? sha256(given) : given)
  const inner = key.map((byte) => byte ^ 0x36)
  const outer = key.map((byte) => byte ^ 0x5c)
  return (text) => sha256(Buffer.concat([outer, sha256(Buffer.concat([inner, Buffer.from(text)]))]))
}

export const contentHash: ContentHash = (text) => hash('sha256', text, 'hex')

// Hashing first makes both sides equally long, which timingSafeEqual demands.
const digest = (text: string) => createHash('sha256').update(text).digest()

export const constantTimeEqual: ConstantTimeEqual = (a, b) => timingSafeEqual(digest(a), digest(b))

/** The system of a deployment whose hash secret is `secret`. */
export const systemOf = (secret: string): System => ({
  clock,
  random,
  hash: keyedHash(secret),
  equal: constantTimeEqual,
})
