import { createHash, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock, ConstantTimeEqual, ContentHash, KeyedHash, Random, System } from '#core/ports/system.ts'

export const clock: Clock = () => Date.now()

export const random: Random = (count) => randomBytes(count)

/** HMAC-SHA256 under `secret`. */
export const keyedHash =
  (secret: string): KeyedHash =>
  (text) =>
    createHmac('sha256', secret).update(text).digest()

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
