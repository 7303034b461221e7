import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base58 } from '#core/ids/base58.ts'
import { recordId } from '#core/ids/record-id.ts'
import { keyedHash } from '../../lambdas/runtime/system.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** By the book, digit by digit. */
const digitsOf = (bytes: Uint8Array, length: number): string => {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
  let digits = ''
  while (digits.length < length) {
    digits = `${alphabet[Number(number % 58n)]}${digits}`
    number /= 58n
  }
  return digits
}

describe('base58', () => {
  it('spells the last digits of the number that the bytes are', () => {
    const bytes = fc.uint8Array({ maxLength: 40 })
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 60 }), (number, length) => {
        expect(base58(number, length)).toBe(digitsOf(number, length))
      }),
    )
  })
})

describe('the id of a record', () => {
  it('stays as it is for good', () => {
    const hash = keyedHash('a secret of a deployment')
    expect(recordId(hash, 'sftp:abc', 'hris_employees', '4711')).toBe('KBwmZ9uRjZofnxty1WAEVmBi')
    expect(recordId(hash, 'sftp:abc', 'hris_teams', 'TEAM:Löwe €')).toBe('UeaS6q7BJLVNRhuruNCFAF5X')
  })
})
