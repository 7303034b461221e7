import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import type { Reading, ValueReader } from './reading.ts'

/** As E.164 writes a number: most systems that write one so have checked it. */
const international = /^\+[1-9]\d{6,14}$/

/** The same in groups, without a zero where some write that of the trunk behind the country: most numbers, and the library takes its time. */
const grouped = /^\+[1-9][\s./-]?[1-9][\s./-]?[1-9][\s./-]?[1-9](?:[\s./-]?\d){3,11}$/

/** Address books leave marks of the direction of writing around numbers. */
const marks = /[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g

const withPlus = (text: string): string =>
  text
    .replaceAll(marks, '')
    .replace(/^tel:/i, '')
    .replace(/^\(?00\)?[\s./-]*(?=[1-9])/, '+')

/** Fewer than three digits call nobody, and `4.917E+11` is what a spreadsheet made of a number. */
const isNone = (text: string): boolean => text.replaceAll(/\D/g, '').length < 3 || /\dE\+?\d/i.test(text)

const invalid = (text: string): Reading => ({ code: 'PHONE_INVALID', value: text })

const parsedAs = (text: string, country: CountryCode | undefined): PhoneNumber | undefined => {
  const parsed = parsePhoneNumberFromString(text, country)
  return parsed?.isValid() ? parsed : undefined
}

/** The number, unless it could be two: of `49 170 1234567` a spreadsheet may have taken the plus, or the zero of an area code. */
const onlyNumber = (text: string, country: CountryCode | undefined): PhoneNumber | undefined => {
  const number = parsedAs(text, country)
  if (country === undefined || /^[+0(]/.test(text) || !text.startsWith(getCountryCallingCode(country))) return number
  const other = parsedAs(`+${text}`, undefined)
  if (number === undefined || other === undefined) return number ?? other
  return number.number === other.number ? number : undefined
}

/**
 * Reads phone numbers as E.164, with the extension behind it if there is one. A number without the prefix of a country is one of
 * `country`; without that it stays as it is, because nobody knows where it rings.
 */
export const phoneReader = (country: string | undefined): ValueReader => {
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined
  return (text) => {
    if (international.test(text)) return text
    if (grouped.test(text)) return text.replaceAll(/[\s./-]/g, '')
    if (isNone(text)) return invalid(text)
    const number = withPlus(text)
    if (known === undefined && !number.startsWith('+')) return text
    const only = onlyNumber(number, known)
    if (only === undefined) return invalid(text)
    return only.ext === undefined ? only.number : `${only.number} ext. ${only.ext}`
  }
}
