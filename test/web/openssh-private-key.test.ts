import { sign, verify } from 'node:crypto'
import * as fc from 'fast-check'
import ssh2 from 'ssh2'
import { describe, expect, it } from 'vitest'
import { parsePublicKey } from '../../core/connect/public-key.ts'
import { fingerprintOf } from '../../web/flow/keys/fingerprint.ts'
import { makePair } from '../../web/keys/make-pair.ts'
import { opensshPrivateKey } from '../../web/keys/openssh-private-key.ts'

const parse = (text: string) => {
  const key = ssh2.utils.parseKey(text)
  if (key instanceof Error) throw key
  return key
}

describe('a pair made in the browser', () => {
  it('is one that SSH clients read, and whose halves belong together', async () => {
    const pair = await makePair('hr-upload')
    const secret = parse(pair?.privateKey ?? '')
    expect(secret.comment).toBe('hr-upload')
    expect(`ssh-ed25519 ${secret.getPublicSSH().toString('base64')}`).toBe(pair?.publicKey)
    const signature = sign(null, Buffer.from('upload'), secret.getPrivatePEM())
    expect(verify(null, Buffer.from('upload'), parse(pair?.publicKey ?? '').getPublicPEM(), signature)).toBe(true)
  })

  it('is taken by the server, with the fingerprint that the page shows', async () => {
    const { publicKey = '' } = (await makePair('hr-upload')) ?? {}
    expect(parsePublicKey(publicKey)).toMatchObject({ kind: 'key', type: 'ssh-ed25519' })
    expect(await fingerprintOf(publicKey)).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
  })
})

describe('the file of a private key', () => {
  it('is whole whatever its comment and check number are', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(bytes, bytes, fc.string({ maxLength: 40 }), fc.nat(0xffffffff), (seed, publicKey, comment, check) => {
        expect(parse(opensshPrivateKey({ seed, publicKey }, comment, check)).comment).toBe(comment)
      }),
    )
  })
})
