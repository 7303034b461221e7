import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Reading, ValueReader } from './reading.ts'

/** As E.164 writes a number: most systems that write one so have checked it. */
const international = /^\+[1-9]\d{6,14}$/

/** The same in groups, without a zero where some write that of the trunk behind the country: most numbers, and the library takes its time. */
const grouped = /^\+[1-9][\s./-]?[1-9][\s./-]?[1-9][\s./-]?[1-9](?:[\s./-]?\d){3,11}$/

const withPlus = (text: string): string => text.replace(/^tel:/i, '').replace(/^\(?00\)?[\s./-]*(?=[1-9])/, '+')

const invalid = (text: string): Reading => ({ code: 'PHONE_INVALID', value: text })

/**
 * Reads phone numbers as E.164, with the extension behind it if there is one. A number without the prefix of a country is one of
 * `country`; without that it stays as it is, because nobody knows where it rings.
 */
export const phoneReader = (country: string | undefined): ValueReader => {
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined
  return (text) => {
    if (international.test(text)) return text
    if (grouped.test(text)) return text.replaceAll(/[\s./-]/g, '')
    const number = withPlus(text)
    if (known === undefined && !number.startsWith('+')) return text
    const parsed = parsePhoneNumberFromString(number, known)
    if (!parsed?.isValid()) return invalid(text)
    return parsed.ext === undefined ? parsed.number : `${parsed.number} ext. ${parsed.ext}`
  }
}
