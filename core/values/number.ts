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
  'R\\$|US\\$|[€$£¥₺₹]|kr\\.?|zł|Kč|Ft|Fr\\.|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|UAH|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|JPY|CNY|HKD|SGD|INR|ZAR|AED|ILS'
const currency = new RegExp(`^([-+]?)(?:${money})\\s*(?=[-+\\d.,])|\\s*(?:${money})$`)

const unreadable: Reading = { code: 'NUMBER_UNREADABLE', value: null }

/** Reads numbers with the given decimal sign; thousands may be grouped in threes, and the minus may stand behind. A currency may stand beside it. No other units, no percent. */
export const numberReader = (decimal: '.' | ',' = '.'): ValueReader => {
  const shape = patterns[decimal]
  return (text) => {
    const matched = shape.exec(text) ?? shape.exec(text.replace(currency, '$1'))
    if (matched === null) return unreadable
    const [, sign = '', whole = '0', , fraction = '', bare = '', behind = ''] = matched
    if (sign !== '' && behind !== '') return unreadable
    const number = Number(`${whole.replace(/\D/g, '')}.${fraction}${bare}0`)
    if (!Number.isFinite(number)) return unreadable
    return (sign === '-' || behind === '-') && number !== 0 ? -number : number
  }
}
