import { remembering } from './enumeration.ts'
import type { ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt']

/** Signs, and what people call a currency of their own. A dollar without more is one of the United States. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  US$: 'USD',
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
  USD: 'dollar|dollars|us dollars|dollaro|dólar|dólares|dolar',
  GBP: 'pound|pounds|pound sterling|pfund|livre sterling|sterlina|libra|libras|pond',
  CHF: 'sfr|fr|franken|schweizer franken|swiss francs|francs suisses',
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

/** A currency as its three letters of ISO 4217, by its code, its sign and its names in seven languages; any other text stays as it is. */
export const readCurrency: ValueReader = remembering((text) => {
  known ??= codesByName()
  return signs[text] ?? known.get(wordKey(text)) ?? text
})
