import type { Reading, ValueReader } from './reading.ts'

/** Kombo's own pattern: an app never sees an address that its SDK would refuse. */
const pattern = /^(?!\.)(?!.*\.\.)([\w'+-.]*)[\w+-]@([\da-z][\da-z-]*\.)+[a-z]{2,}$/i

const maxLength = 254

export const isEmail = (text: string): boolean => text.length <= maxLength && pattern.test(text)

const invalid: Reading = { code: 'EMAIL_INVALID', value: null }

/** An address as mail programs write it: `Ann Berg <ann@example.com>`, `mailto:ann@example.com`. */
const wrapped = /^(?:[^<>]*<\s*(?:mailto:)?([^<>\s]+)\s*>|mailto:(\S+?))[;,]?$/i

export const readEmail: ValueReader = (text) => {
  if (isEmail(text)) return text
  const [, inBrackets, behindScheme] = wrapped.exec(text) ?? []
  const address = inBrackets ?? behindScheme ?? ''
  return isEmail(address) ? address : invalid
}
