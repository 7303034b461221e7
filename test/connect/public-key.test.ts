import { createHash } from 'node:crypto'
import fc from 'fast-check'
import ssh2 from 'ssh2'
import { describe, expect, it } from 'vitest'
import { parsePublicKey } from '#core/connect/public-key.ts'

const field = (bytes: Uint8Array | string): Buffer => {
  const content = Buffer.from(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}
const line = (type: string, ...fields: (Uint8Array | string)[]): string =>
  `${type} ${Buffer.concat([field(type), ...fields.map(field)]).toString('base64')}`

const rsa = (bits: number): string => {
  const modulus = createHash('shake256', { outputLength: bits / 8 })
    .update(String(bits))
    .digest()
  modulus[0] = 0x80 | modulus[0]!
  modulus[modulus.length - 1]! |= 1
  return line('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.concat([Buffer.of(0), modulus]))
}
const ed25519 = line('ssh-ed25519', createHash('sha256').update('a key').digest())
const ecdsa = (bits: 256 | 384 | 521): string =>
  ssh2.utils.generateKeyPairSync('ecdsa', { bits }).public.split(' ').slice(0, 2).join(' ')

const rfc4716 = (openssh: string, headers: readonly string[] = []): string => {
  const body = openssh.split(' ')[1]!.replace(/(.{70})/g, '$1\n')
  return ['---- BEGIN SSH2 PUBLIC KEY ----', ...headers, body, '---- END SSH2 PUBLIC KEY ----'].join('\n')
}

const accepted: readonly (readonly [string, string, string, number])[] = [
  ['an Ed25519 key', ed25519, 'ssh-ed25519', 256],
  ['an RSA key of 2048 bits', rsa(2048), 'ssh-rsa', 2048],
  ['an RSA key of 4096 bits', rsa(4096), 'ssh-rsa', 4096],
  ['an RSA key of 8192 bits', rsa(8192), 'ssh-rsa', 8192],
  ['an ECDSA key on P-256', ecdsa(256), 'ecdsa-sha2-nistp256', 256],
  ['an ECDSA key on P-384', ecdsa(384), 'ecdsa-sha2-nistp384', 384],
  ['an ECDSA key on P-521', ecdsa(521), 'ecdsa-sha2-nistp521', 521],
]

describe('a pasted public key', () => {
  it.each(accepted)('is taken when it is %s', (_name, openssh, type, bits) => {
    expect(parsePublicKey(openssh)).toEqual({ kind: 'key', openssh, type, bits })
  })

  it('is stored without its comment, which may be a name', () => {
    expect(parsePublicKey(`${ed25519} erika.mustermann@example.com`)).toMatchObject({ openssh: ed25519 })
  })

  it.each([
    ['surrounding white space', `\n\n  ${ed25519}\r\n`],
    ['a byte order mark', `\ufeff${ed25519}`],
    ['lines broken by a mail program', rsa(4096).replace(/(.{76})/g, '$1\r\n')],
    ['zero-width characters of a word processor', ed25519.replace('AAAA', 'AA\u200bAA')],
    ['a non-breaking space', ed25519.replace(' ', '\u00a0')],
    ['no padding', rsa(2048).replace(/=+$/, '')],
  ])('is taken with %s', (_name, text) => {
    expect(parsePublicKey(text).kind).toBe('key')
  })

  it('is converted from RFC 4716, whose headers may go on over lines', () => {
    const openssh = rsa(3072)
    const headers = ['Comment: "3072-bit RSA, made by \\', 'somebody at: work"', 'x-private: yes']
    expect(parsePublicKey(rfc4716(openssh, headers))).toMatchObject({ kind: 'key', openssh })
  })

  it('is converted from what ssh-keygen writes as RFC 4716', () => {
    const written = [
      '---- BEGIN SSH2 PUBLIC KEY ----',
      'Comment: "256-bit ECDSA, converted by someone from OpenSSH"',
      'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIPGU04TlQoKp1tTSP',
      'hGbvJN41mpLfxJNfpnctVltWIQkDGXDjbfEhGWN8p83GN7KUmoFcaMXCmAqN03l65RTgk=',
      '---- END SSH2 PUBLIC KEY ----',
    ]
    const openssh =
      'ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIPGU04TlQoKp1tTSPhGbvJN41mpLfxJNfpnctVltWIQkDGXDjbfEhGWN8p83GN7KUmoFcaMXCmAqN03l65RTgk='
    expect(parsePublicKey(written.join('\n'))).toMatchObject({ kind: 'key', openssh })
  })
})

const refusals: readonly (readonly [string, string, string])[] = [
  ['nothing', '  \n', 'EMPTY'],
  ['an OpenSSH private key', ssh2.utils.generateKeyPairSync('ed25519').private, 'PRIVATE_KEY'],
  ['a PEM private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', 'PRIVATE_KEY'],
  ['an encrypted private key', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIE', 'PRIVATE_KEY'],
  ['an SSH2 private key', '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56', 'PRIVATE_KEY'],
  ['a PuTTY private key', 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none', 'PRIVATE_KEY'],
  ['a private key after a public key', `${ed25519}\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl`, 'PRIVATE_KEY'],
  ['a PEM public key', '-----BEGIN PUBLIC KEY-----\nMIIB', 'PEM_KEY'],
  ['an X.509 certificate', '-----BEGIN CERTIFICATE-----\nMIIB', 'PEM_KEY'],
  ['a PGP key', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQEN', 'PGP_KEY'],
  ['a fingerprint', '256 SHA256:iKFoknxSqUSZUqx717vw0AnKGt8BxP7EhBGOe4y0XPs me (ED25519)', 'FINGERPRINT'],
  ['two keys', `${ed25519}\n${rsa(2048)}`, 'SEVERAL_KEYS'],
  ['two RFC 4716 keys', `${rfc4716(ed25519)}\n${rfc4716(ed25519)}`, 'SEVERAL_KEYS'],
  ['a DSA key', line('ssh-dss', Buffer.alloc(128, 3)), 'DSA_KEY'],
  ['a DSA key in RFC 4716', rfc4716(line('ssh-dss', Buffer.alloc(128, 3))), 'DSA_KEY'],
  ['a FIDO key', line('sk-ssh-ed25519@openssh.com', Buffer.alloc(32), 'ssh:'), 'SECURITY_KEY'],
  ['a FIDO key on P-256', line('sk-ecdsa-sha2-nistp256@openssh.com', 'nistp256'), 'SECURITY_KEY'],
  ['a certificate', line('ssh-ed25519-cert-v01@openssh.com', Buffer.alloc(32)), 'CERTIFICATE'],
  ['an RSA key of 1024 bits', rsa(1024), 'RSA_TOO_SHORT'],
  ['an RSA key of 2040 bits', rsa(2040), 'RSA_TOO_SHORT'],
  ['an RSA key of 16384 bits', rsa(16384), 'RSA_TOO_LONG'],
  ['a key that calls itself another type', ed25519.replace('ssh-ed25519', 'ssh-rsa'), 'TYPE_MISMATCH'],
  ['the first half of a key', rsa(2048).slice(0, 200), 'CUT_SHORT'],
  ['a key without its last letters', ed25519.slice(0, -3), 'CUT_SHORT'],
  ['only the type', 'ssh-rsa', 'CUT_SHORT'],
  ['an RSA key without its modulus', line('ssh-rsa', Buffer.from([1, 0, 1])), 'CUT_SHORT'],
  ['a key with something after its end', line('ssh-ed25519', Buffer.alloc(32), 'more'), 'UNREADABLE'],
  ['an Ed25519 key of 31 bytes', line('ssh-ed25519', Buffer.alloc(31)), 'UNREADABLE'],
  ['a P-256 key on another curve', line('ecdsa-sha2-nistp256', 'nistp384', Buffer.alloc(65, 4)), 'UNREADABLE'],
  ['a compressed point', line('ecdsa-sha2-nistp256', 'nistp256', Buffer.alloc(33, 2)), 'UNREADABLE'],
  ['a negative modulus', line('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.alloc(256, 0xff)), 'UNREADABLE'],
  ['an even modulus', line('ssh-rsa', Buffer.from([1, 0, 1]), Buffer.alloc(256, 0x7e)), 'UNREADABLE'],
  ['letters that are not base64', 'ssh-ed25519 AAAA*C3NzaC1lZDI1NTE5', 'UNREADABLE'],
  ['an unknown type', line('ssh-ed448', Buffer.alloc(57)), 'UNREADABLE'],
  ['a path to a key', '~/.ssh/id_ed25519.pub', 'UNREADABLE'],
  ['a novel', 'ssh-rsa '.repeat(10_000), 'UNREADABLE'],
]

describe('what is not an accepted public key', () => {
  it.each(refusals)('is refused when it is %s', (_name, text, reason) => {
    expect(parsePublicKey(text)).toMatchObject({ kind: 'refused', reason })
  })

  it.each(refusals)('gets one sentence that says what to do instead of %s', (_name, text) => {
    const parsed = parsePublicKey(text)
    const sentences = parsed.kind === 'refused' ? parsed.message.split(/(?<=\.) /) : []
    expect(sentences).toEqual([expect.stringMatching(/^(?=[A-Z]).*\b(paste|convert|copy)\b.*\.$/i)])
  })
})

describe('any text at all', () => {
  const begin = fc.constantFrom(
    '',
    'ssh-rsa ',
    'ssh-ed25519 ',
    '---- BEGIN SSH2 PUBLIC KEY ----\n',
    'ecdsa-sha2-nistp256 ',
  )
  const body = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64')),
  )

  it('is a key or a refusal, never an exception', () => {
    fc.assert(
      fc.property(begin, body, (start, rest) => {
        expect(['key', 'refused']).toContain(parsePublicKey(start + rest).kind)
      }),
    )
  })

  it('stays the same key through RFC 4716, and when it is parsed again', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.array(fc.stringMatching(/^[A-Za-z-]{1,20}: [\w ]{0,40}$/)),
        (point, headers) => {
          const openssh = line('ssh-ed25519', point)
          const key = parsePublicKey(openssh)
          expect(key).toMatchObject({ kind: 'key', openssh })
          expect(parsePublicKey(rfc4716(openssh, headers))).toEqual(key)
        },
      ),
    )
  })

  it('is refused when any part of a key is cut off its end', () => {
    const key = rsa(2048).replace(/=+$/, '')
    fc.assert(
      fc.property(fc.integer({ min: 8, max: key.length - 1 }), (length) => {
        expect(parsePublicKey(key.slice(0, length))).toMatchObject({ kind: 'refused', reason: 'CUT_SHORT' })
      }),
    )
  })
})
