import { addressParser } from 'postal-mime'
import type { Reading, ValueReader } from './reading.ts'

/** Kombo's own pattern: an app never sees an address that its SDK would refuse. */
const pattern = /^(?!\.)(?!.*\.\.)([\w'+-.]*)[\w+-]@([\da-z][\da-z-]*\.)+[a-z]{2,}$/i

const maxLength = 254

export const isEmail = (text: string): boolean => text.length <= maxLength && pattern.test(text)

const invalid: Reading = { code: 'EMAIL_INVALID', value: null }

/** An address, also as mail programs write it: `Ann Berg <ann@example.com>`, `mailto:ann@example.com`. Of several it is none. */
export const readEmail: ValueReader = (text) => {
  if (isEmail(text)) return text
  const [found, ...others] = addressParser(text.replaceAll(/mailto:/gi, ''))
  const address = found?.address ?? ''
  return others.length === 0 && isEmail(address) ? address : invalid
}
