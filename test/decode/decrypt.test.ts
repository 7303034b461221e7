import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { createMessage, encrypt, readKey, readPrivateKey, sign } from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PgpKey } from '#core/deployment/pgp-keys.ts'
import { makePgpKey } from '../../lambdas/pgp-keys/make-pgp-key.ts'
import { csv, decoded } from './decoded.ts'
import { makeZip } from './make-zip.ts'

const fixture = (name: string): string => readFileSync(new URL(`gnupg/${name}`, import.meta.url), 'utf8')

/** A key and messages that GnuPG made. */
const gnupg: PgpKey = {
  privateKey: fixture('private-key.asc'),
  publicKey: fixture('public-key.asc'),
  fingerprint: '9C827DC11A7F2E615528C5EFCFB16CA79D83E59F',
  createdAt: 0,
}

let key: PgpKey
let other: PgpKey

beforeAll(async () => {
  ;[key, other] = await Promise.all([makePgpKey(1), makePgpKey(2)])
})

const sealed = async (
  content: string | Uint8Array,
  to: PgpKey,
  more: { compress?: boolean; hidden?: boolean; signed?: boolean } = {},
) =>
  encrypt({
    message: await createMessage({ binary: new Uint8Array(Buffer.from(content)) }),
    encryptionKeys: await readKey({ armoredKey: to.publicKey }),
    ...(more.signed ? { signingKeys: await readPrivateKey({ armoredKey: other.privateKey }) } : {}),
    wildcard: more.hidden ?? false,
    format: 'binary',
    config: { preferredCompressionAlgorithm: more.compress ? 2 : 0 },
  })

const bzip2OfZeros =
  'QlpoOTFBWSZTWZi3kUEFfjjBZMkAEAAAgAgAAAgACKAAUIMmIE1VA8k82RUBLtUkgqrmZu5hFQEufmKCskymsgMSLUYA2APAAYAAAAEAEEAAYZgKU01AClsEAUvF3JFOFCQMOY0IAA=='

describe('encrypted files', () => {
  test.each(['encrypted.asc', 'signed-and-encrypted.asc'])('that GnuPG made are read: %s', async (name) => {
    expect(await decoded(fixture(name), {}, [gnupg])).toBe(csv)
  })

  test.each([1, 7, 70_000])('are read however their bytes arrive: pieces of %i', async (pieceBytes) => {
    expect(await decoded(fixture('encrypted.asc'), {}, [gnupg], pieceBytes)).toBe(csv)
    expect(await decoded(await sealed(csv, key), {}, [key], pieceBytes)).toBe(csv)
  })

  test('may be signed by anybody, hide whom they are for, and be compressed', async () => {
    for (const how of [{ signed: true }, { hidden: true }, { compress: true }])
      expect(await decoded(await sealed(csv, key, how), {}, [other, key])).toBe(csv)
  })

  test('whose last line is damaged are refused, and nobody waits for more of them', async () => {
    const message = fixture('encrypted.asc')
    const damaged = message.replace('-----END', '-----ÃD')
    expect(await decoded(damaged, {}, [gnupg])).toContain('PGP_UNREADABLE')
    expect(await decoded(message.slice(0, message.indexOf('-----END')), {}, [gnupg])).toContain('FILE_CUT_SHORT')
  })

  test('may be packed inside', async () => {
    expect(await decoded(await sealed(gzipSync(csv), key), {}, [key])).toBe(csv)
    expect(await decoded(await sealed(makeZip([{ name: 'employees.csv', bytes: csv }]), key), {}, [key])).toBe(csv)
  })

  test('are read with every key there is, so that a new one need not be there for everybody at once', async () => {
    expect(await decoded(await sealed(csv, key), {}, [other, key])).toBe(csv)
    expect(await decoded(await sealed(csv, other), {}, [other, key])).toBe(csv)
  })

  test('a message that is only signed is read too', async () => {
    const message = await createMessage({ binary: new Uint8Array(Buffer.from(csv)) })
    const signed = await sign({
      message,
      signingKeys: await readPrivateKey({ armoredKey: key.privateKey }),
      format: 'binary',
    })
    expect(await decoded(signed)).toBe(csv)
    expect(await decoded(signed, { mustBeEncrypted: true })).toMatch(/^ENCRYPTION_MISSING/)
  })
})

describe('what cannot be decrypted is said', () => {
  test('a file for another key, with the key that is expected', async () => {
    const said = await decoded(fixture('encrypted.asc'), {}, [key, other])
    expect(said).toMatch(/^PGP_KEY_UNKNOWN: .*AFFDBF6841B6E153/)
    expect(said).toContain(key.fingerprint.slice(-16))
    expect(said).not.toContain(other.fingerprint.slice(-16))
    expect(await decoded(fixture('encrypted.asc'))).toMatch(/^PGP_KEY_UNKNOWN: .*no private key/)
  })

  test('a file under a password', async () => {
    const message = await createMessage({ binary: new Uint8Array(Buffer.from(csv)) })
    expect(await decoded(await encrypt({ message, passwords: 'x', format: 'binary' }), {}, [key])).toMatch(
      /^PASSWORD_PROTECTED/,
    )
  })

  test('a file that is cut short or was changed', async () => {
    const whole = await sealed(csv.repeat(5_000), key)
    for (const part of [whole.length - 1, whole.length >> 1, 500])
      expect(await decoded(whole.subarray(0, part), {}, [key])).toMatch(/^FILE_CUT_SHORT/)
    const changed = Uint8Array.from(whole)
    changed[whole.length >> 1] = (changed[whole.length >> 1] ?? 0) ^ 1
    expect(await decoded(changed, {}, [key])).toMatch(/^PGP_UNREADABLE/)
  })

  test('a short file of which a bit was changed, though the library waits for ever for the end of one of them', async () => {
    const whole = Buffer.from(fixture('encrypted.asc').split('\n\n')[1]?.split('\n=')[0] ?? '', 'base64')
    const contents = 274
    const changed = Array.from({ length: whole.length - contents }, (_, at) => {
      const bytes = Uint8Array.from(whole)
      bytes[contents + at] = (bytes[contents + at] ?? 0) ^ 0x80
      return bytes
    })
    const refused = await Promise.all(changed.map((bytes) => decoded(bytes, {}, [gnupg])))
    expect(refused.filter((text) => !text.startsWith('PGP_UNREADABLE') && !text.startsWith('FILE_CUT_SHORT'))).toEqual(
      [],
    )
  })

  test('a plain file where only encrypted ones are taken', async () => {
    for (const plain of [csv, gzipSync(csv)])
      expect(await decoded(plain, { mustBeEncrypted: true }, [key])).toMatch(/^ENCRYPTION_MISSING/)
    expect(await decoded(await sealed(csv, key), { mustBeEncrypted: true }, [key])).toBe(csv)
  })

  test('a bomb', async () => {
    const bomb = await sealed(Buffer.alloc(40_000_000), key, { compress: true })
    expect(await decoded(bomb, {}, [key])).toMatch(/^ARCHIVE_TOO_LARGE/)
  })

  test('a bomb of bzip2, of which the library unpacks whole blocks', async () => {
    // 60 MB of zeros, in a compressed packet of their own.
    const packed = Buffer.from(bzip2OfZeros, 'base64')
    expect(await decoded(Buffer.concat([Buffer.of(0xa3, 3), packed]), {}, [key])).toMatch(/^ARCHIVE_TOO_LARGE/)
  })

  test('a file that is encrypted twice', async () => {
    expect(await decoded(await sealed(await sealed(csv, key), key), {}, [key])).toMatch(/^ARCHIVE_CONTENTS/)
  })

  test('what the store of keys or of files throws is no issue', async () => {
    const broken = new Error('the store is down')
    const failing = async function* () {
      yield Buffer.from(fixture('encrypted.asc')).subarray(0, 300)
      throw broken
    }
    const { decoder } = await import('../../lambdas/decode/decode.ts')
    const noKeys = decoder({ load: () => Promise.reject(broken) })
    await expect(noKeys(() => ReadableStream.from([Buffer.from(fixture('encrypted.asc'))]))()).rejects.toBe(broken)
    await expect(decoder({ load: async () => [gnupg] })(failing)()).rejects.toBe(broken)
  })
})
