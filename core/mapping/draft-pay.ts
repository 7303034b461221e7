import { valueReader } from '#core/values/value-reader.ts'
import { compactKey } from './header-words.ts'
import type { Mapping, Source } from './mapping.ts'
import type { SampleColumn } from './sample-column.ts'

/** Per period, the words in the name of a column of pay that say it: in seven languages. */
const periods: readonly (readonly [period: string, words: RegExp])[] = [
  ['HOUR', /hour|stund|horaire|oraria|porhora|uur/],
  ['YEAR', /annual|annuel|annua|anual|yearly|peryear|jahr|jaar|^ral$|annum|ansal/],
  ['MONTH', /month|monat|mensuel|mensil|mensual|mensal|maand/],
  ['WEEK', /week|woch|hebdo|settiman|semanal/],
]

const currencySign =
  /[€$£¥]|(?<![\p{L}])(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|BRL|CAD|AUD)(?![\p{L}])|[Rr]\$|zł|Kč/u

const readCurrency = valueReader('pay_currency', { kind: 'text' }, {})

const codeIn = (text: string): string | undefined => {
  const [sign] = currencySign.exec(text) ?? []
  const read = sign === undefined ? undefined : readCurrency(sign)
  return typeof read === 'string' ? read : undefined
}

/** The currency that stands beside every amount, or in the name of the column. */
const currencyOf = ({ name, values }: SampleColumn): string | undefined => {
  const codes = new Set(values.map(codeIn))
  const [only] = codes
  return codes.size === 1 && only !== undefined ? only : codeIn(name)
}

const constant = (field: string, value: string | undefined): Mapping['fields'] =>
  value === undefined ? {} : { [field]: [{ from: 'constant', value }] }

/** What the name and the amounts of the column of pay tell beside them, where no column does: `Jahresgehalt (EUR)`. */
export const payConstants = (fields: Mapping['fields'], columns: readonly SampleColumn[]): Record<string, Source[]> => {
  const [pay] = fields.pay_rate ?? []
  const column = pay?.from === 'column' ? columns.find(({ name }) => name === pay.column) : undefined
  if (column === undefined) return {}
  const period = periods.find(([, words]) => words.test(compactKey(column.name)))?.[0]
  return {
    ...(fields.pay_period ? {} : constant('pay_period', period)),
    ...(fields.pay_currency ? {} : constant('pay_currency', currencyOf(column))),
  }
}
