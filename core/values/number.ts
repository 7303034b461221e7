import type { Reading, ValueReader } from './reading.ts'

const groups = '(?:\\d+|\\d{1,3}(?:(SEPARATOR)\\d{3})(?:\\1\\d{3})*)'
const pattern = (decimal: string, separators: string): RegExp =>
  new RegExp(
    `^([-+]?)(?:(${groups.replace('SEPARATOR', separators).replace('\\1', '\\3')})(?:${decimal}(\\d+))?|${decimal}(\\d+))(-?)$`,
  )

// A point groups thousands only where the comma is the decimal sign, and the other way round.
const patterns = {
  '.': pattern('\\.', "[,'’\\s]"),
  ',': pattern(',', "[.'’\\s]"),
} as const

const money =
  'R\\$|US\\$|[€$£¥₺₹]|kr\\.?|zł|Kč|Ft|S?Fr\\.|[Ee]uros?|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|UAH|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|ZAR|AED|ILS'
const currency = new RegExp(`^([-+]?)\\s*(?:${money})\\s*(?=[-+\\d.,])|\\s*(?:${money})\\s*(-?)$`)

/** `1.234,-` has no cents; behind the other sign it would be another number. */
const withoutCents = { '.': /\.-{1,2}$/, ',': /,-{1,2}$/ } as const

/** No amount is longer, with its currency. */
const longest = 60

/** An amount as accountants and price lists write it, without its currency, and with one minus directly before or behind it. */
const plain = (text: string, decimal: '.' | ','): string =>
  text
    .replaceAll(/[−–]/g, '-')
    .replace(/^\(([^-]+)\)$/, '-$1')
    .replace(currency, '$1$2')
    .replace(withoutCents[decimal], '')
    .replace(/^-\s+|\s+-$/, '-')

const unreadable: Reading = { code: 'NUMBER_UNREADABLE', value: null }

/** Reads numbers with the given decimal sign; thousands may be grouped in threes, and the minus may stand behind, or brackets around it. A currency may stand beside it. No other units, no percent. */
export const numberReader = (decimal: '.' | ',' = '.'): ValueReader => {
  const shape = patterns[decimal]
  return (text) => {
    const matched = shape.exec(text) ?? (text.length <= longest ? shape.exec(plain(text, decimal)) : null)
    if (matched === null) return unreadable
    const [, sign = '', whole = '0', , fraction = '', bare = '', behind = ''] = matched
    if (sign !== '' && behind !== '') return unreadable
    const number = Number(`${whole.replace(/\D/g, '')}.${fraction}${bare}0`)
    if (!Number.isFinite(number)) return unreadable
    return (sign === '-' || behind === '-') && number !== 0 ? -number : number
  }
}
