import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { csv, decoded } from '../../decode/decoded.ts'
import { makeZip } from '../../decode/make-zip.ts'
import { mutated } from '../hostile.ts'
import { hold, target } from '../target.ts'

const fixture = (name: string): string => readFileSync(new URL(`../../decode/gnupg/${name}`, import.meta.url), 'utf8')
const privateKey = fixture('private-key.asc')
const keys = [{ privateKey, publicKey: fixture('public-key.asc'), fingerprint: '', createdAt: 0 }]

const archive = makeZip([
  { name: 'employees.csv', bytes: csv },
  { name: 'readme.txt', bytes: 'x' },
])
const armoured = Buffer.from(fixture('encrypted.asc'))
const binary = Buffer.from(armoured.toString().split('\n\n')[1]?.split('\n=')[0] ?? '', 'base64')
const whole = [gzipSync(csv), archive, armoured, binary, gzipSync(archive)].map((bytes) => Uint8Array.from(bytes))

const starts = [
  '\x1f\x8b\x08',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x85\x01\x8c\x03',
  '\xc1\x0d\x03',
  '\xa3\x01',
  '\x90\x0d\x03',
]
const begun = fc
  .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }))
  .map(([start, bytes]) => Uint8Array.from([...Buffer.from(start, 'latin1'), ...bytes]))

const files = fc.oneof(mutated(fc.constantFrom(...whole)), begun, fc.uint8Array({ maxLength: 80 }))

export const decodeTarget = target(
  'decode',
  fc.record({ bytes: files, pieceBytes: fc.integer({ min: 1, max: 300 }) }),
  async ({ bytes, pieceBytes }) => {
    const once = await decoded(bytes, { dataset: 'employees' }, keys)
    hold(
      (await decoded(bytes, { dataset: 'employees' }, keys, pieceBytes)) === once,
      'the pieces in which bytes arrive matter',
    )
  },
)
