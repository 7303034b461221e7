import * as v from 'valibot'
import { expect, test } from 'vitest'
import { sightingOf, TransferLineSchema } from '#core/connect/transfer-log.ts'

const at = 1_000
const server = 'arn:aws:transfer:us-east-1:500655546075:server/s-3fe215d89f074ed2a'
const session = { 'resource-arn': server, 'session-id': '9ca9a0e1cec6ad9d' }
const path = '/landing/acme/employees.csv'
const offered = 'SHA256:Lfz3R2nmLY4raK+b7Rb1rSvUIbAE+a+Hxg0c7l1JIZ0'
const refusal = {
  'activity-type': 'AUTH_FAILURE',
  'source-ip': '3.8.172.211',
  'resource-arn': server,
  method: 'publickey',
  message: `RSA ${offered}`,
  user: 'acme',
}

/** What the user guide has as examples (cw-example-logs, cw-structure-logs), and what is near to it. */
const lines: readonly (readonly [name: string, line: object, told: object | undefined])[] = [
  [
    'a login',
    {
      ...session,
      role: 'arn:aws:iam::500655546075:role/transfer-s3',
      'activity-type': 'CONNECTED',
      ciphers: 'chacha20-poly1305@openssh.com,chacha20-poly1305@openssh.com',
      client: 'SSH-2.0-OpenSSH_7.4',
      'source-ip': '52.94.133.133',
      'home-dir': '/test/log-me',
      'ssh-public-key': 'AAAAC3NzaC1lZDI1NTE5AAAAIA9OY0qV6XYVHaaOiWAcj2spDJVbgjrqDPY4pxd6GnHl',
      'ssh-public-key-fingerprint': 'SHA256:BY3gNMHwTfjd4n2VuT4pTyLOk82zWZj4KEYEu7y4r/0',
      'ssh-public-key-type': 'ssh-ed25519',
      user: 'log-me',
      kex: 'ecdh-sha2-nistp256',
    },
    { kind: 'logged-in', user: 'log-me', client: 'OpenSSH_7.4' },
  ],
  ['an opened file', { ...session, mode: 'CREATE|TRUNCATE|WRITE', path, 'activity-type': 'OPEN' }, undefined],
  ['a whole file', { ...session, path, 'activity-type': 'CLOSE', 'bytes-in': '121' }, undefined],
  ['the end of a connection', { ...session, 'activity-type': 'DISCONNECTED' }, undefined],
  [
    'a key that was not accepted',
    refusal,
    { kind: 'login-refused', user: 'acme', client: null, reason: null, keyFingerprint: offered },
  ],
  [
    'a refusal without a word on the key',
    { ...refusal, message: 'something else' },
    { kind: 'login-refused', user: 'acme', client: null, reason: null, keyFingerprint: null },
  ],
  [
    'a password',
    { ...refusal, method: 'password', message: '' },
    { kind: 'login-refused', user: 'acme', client: null, reason: 'NO_KEY_OFFERED', keyFingerprint: null },
  ],
  [
    'the question for the ways to log in',
    { ...refusal, method: 'none', message: '' },
    { kind: 'login-refused', user: 'acme', client: null, reason: 'NO_KEY_OFFERED', keyFingerprint: null },
  ],
  [
    'an upload that broke off',
    { ...session, path, 'activity-type': 'PARTIAL_CLOSE', 'bytes-in': '121' },
    { kind: 'upload-failed', user: 'acme', client: null, reason: 'CONNECTION_LOST' },
  ],
  ['a download that broke off', { ...session, path, 'activity-type': 'PARTIAL_CLOSE', 'bytes-out': '121' }, undefined],
  [
    'writes out of order',
    {
      ...session,
      path,
      'activity-type': 'ERROR',
      operation: 'WRITE',
      message: 'AWS Transfer does not support random access writes to S3 objects.',
    },
    { kind: 'upload-failed', user: 'acme', client: null, reason: 'RANDOM_ACCESS' },
  ],
  [
    'a folder that is not there',
    { ...session, path: '/landing/acme/upload', 'activity-type': 'ERROR', message: 'No such file or directory' },
    { kind: 'folder-missed', user: 'acme', client: null },
  ],
  [
    'a folder that is another’s',
    { ...session, path: '/landing/acme/upload', 'activity-type': 'ERROR', message: 'Access denied' },
    { kind: 'folder-missed', user: 'acme', client: null },
  ],
  [
    'a file that is not there yet',
    { ...session, path, 'activity-type': 'ERROR', message: 'No such file or directory' },
    undefined,
  ],
  ['an error about nothing that we know', { ...session, 'activity-type': 'ERROR', message: 'Oops' }, undefined],
  [
    'algorithms that do not meet, which name no user',
    {
      'activity-type': 'KEX_FAILURE',
      'source-ip': '999.999.999.999',
      'resource-arn': server,
      message: 'no matching host key type found',
      kex: 'ecdsa-sha2-nistp256,ssh-dss',
    },
    undefined,
  ],
]

test.each(lines)('%s', (_, line, told) => {
  expect(sightingOf(v.parse(TransferLineSchema, line), at)).toEqual(told && { at, ...told })
})

test('a user name longer than any that exists is not looked up', () => {
  expect(v.is(TransferLineSchema, { ...refusal, user: 'x'.repeat(101) })).toBe(false)
})
