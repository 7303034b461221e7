import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keyedHash } from '../../lambdas/runtime/system.ts'

it('the keyed hash is HMAC-SHA256, whatever the secret and the text', () => {
  const texts = fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }))
  fc.assert(
    fc.property(texts, texts, (secret, text) => {
      const expected = createHmac('sha256', secret).update(text).digest('hex')
      expect(Buffer.from(keyedHash(secret)(text)).toString('hex')).toBe(expected)
    }),
  )
})
