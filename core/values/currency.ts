import { remembering } from './enumeration.ts'
import { namedCode } from './named-code.ts'
import type { ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt']

/** Signs, and what people call a currency of their own. A dollar without more is one of the United States. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  '£': 'GBP',
  '¥': 'JPY',
  R$: 'BRL',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  '₺': 'TRY',
  '₹': 'INR',
}
const otherNames: Readonly<Record<string, string>> = {
  EUR: 'euros|eur o',
  USD: 'dollar|dollars|us dollars|dollaro|dólar|dólares|dolar|dollar américain|dollars américains|dollaro americano|dólar americano|amerikanischer dollar',
  GBP: 'pound|pounds|pound sterling|pfund|pfund sterling|livre sterling|sterlina|libra|libras|pond',
  CHF: 'sfr|fr|franken|schweizer franken|swiss francs|francs suisses',
  PLN: 'zloty|złoty|złotych',
  HUF: 'forint',
  CZK: 'tschechische kronen|koruna',
  JPY: 'yen',
  CNY: 'rmb|yuan|renminbi',
  BRL: 'reais|real brasileiro',
  INR: 'rupee|rupees',
  TRY: 'lira turca|türk lirasi',
}

const codesByName = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const shown = languages.map((language) => new Intl.DisplayNames([language], { type: 'currency' }))
  for (const code of Intl.supportedValuesOf('currency'))
    for (const name of [code, ...shown.map((each) => each.of(code) ?? '')]) names.set(wordKey(name), code)
  for (const [code, others] of Object.entries(otherNames))
    for (const name of others.split('|')) names.set(wordKey(name), code)
  return names
}

let known: ReadonlyMap<string, string> | undefined

/** A currency as its three letters of ISO 4217, by its code, its sign and its names in seven languages; any other text stays as it is and is reported. */
export const readCurrency: ValueReader = remembering((text) => {
  known ??= codesByName()
  const names = known
  const code = namedCode(text, (name) => signs[name] ?? names.get(wordKey(name)))
  return code ?? { code: 'VALUE_UNKNOWN', value: text }
})
