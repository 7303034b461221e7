import { describe, expect, it } from 'vitest'
import type { Dataset } from '#core/files/datasets.ts'
import { targetFields } from '#core/mapping/fields.ts'
import { readBoolean } from '#core/values/boolean.ts'
import { readCountry } from '#core/values/country.ts'
import { readCurrency } from '#core/values/currency.ts'
import { isFlaw, type ValueReader } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'

/** What words become, `?` for one that is reported. In each list: English, German, French, Italian, Spanish, Dutch, Portuguese. */
const meanings = (read: ValueReader, words: string) =>
  new Set(
    words.split('|').map((word) => {
      const reading = read(word)
      return isFlaw(reading) ? '?' : reading
    }),
  )

describe('words in seven languages', () => {
  it.each<[Dataset, string, string, string]>([
    ['employees', 'gender', 'FEMALE', 'female|weiblich|féminin|femmina|mujer|vrouw|feminino|Mme|Fr.|mw.'],
    ['employees', 'gender', 'MALE', 'male|männlich|homme|maschio|hombre|man|masculino|Sr.|dhr.'],
    ['employees', 'gender', 'NOT_SPECIFIED', 'k. A.|non précisé|sconosciuto|no declarado|niet opgegeven|não informado'],
    ['employees', 'marital_status', 'MARRIED', 'married|verh.|marié(e)|coniugato/a|casada|gehuwd|casado'],
    ['employees', 'marital_status', 'WIDOWED', 'widow|verwitwet|veuve|vedova|viuda|weduwe|viúva'],
    ['employees', 'employment_status', 'ACTIVE', 'active|aktiv|actif|in forza|de alta|in dienst|em exercício'],
    ['employees', 'employment_status', 'INACTIVE', 'exited|ausgeschieden|sorti|cessato|baja|uit dienst|desligado'],
    [
      'employees',
      'employment_status',
      'LEAVE',
      'on leave|Elternzeit|en congé|in aspettativa|excedencia|met verlof|licença',
    ],
    [
      'employees',
      'employment_type',
      'FULL_TIME',
      'full-time|Vollzeit|temps plein|tempo pieno|jornada completa|voltijd',
    ],
    [
      'employees',
      'employment_type',
      'INTERNSHIP',
      'intern|Praktikant/in|Praktikanten (m/w/d)|stagiaire|tirocinante|becaria',
    ],
    [
      'employees',
      'employment_type',
      'APPRENTICESHIP',
      'apprentice|Auszubildende(r)|alternance|apprendista|aprendiz|BBL',
    ],
    ['employments', 'pay_period', 'MONTH', 'per month|mtl.|par mois|mensile|al mes|per maand|mensal'],
    ['employments', 'pay_period', 'YEAR', 'p.a.|jährl.|annuel|annuo|al año|per jaar|por ano'],
    ['employments', 'pay_period', 'HOUR', 'hourly|Std.|horaire|all’ora|por hora|per uur|hora'],
    ['employments', 'pay_frequency', 'MONTHLY', 'monthly|mtl.|mois|mese|mes|maand|mês'],
    ['employments', 'pay_frequency', 'BIWEEKLY', 'bi-weekly|14-tägig|ogni due settimane|catorcenal|tweewekelijks'],
    ['absences', 'status', 'APPROVED', 'approved|genehmigt|accordé|approvato|aprobado|goedgekeurd|concedido'],
    ['absences', 'status', 'DECLINED', 'rejected|nicht genehmigt|refusé|respinto|denegado|afgewezen|negado'],
    ['absences', 'unit', 'DAYS', 'days|AT|jours ouvrés|gg|días hábiles|dagen|dias úteis'],
  ])('of %s: %s %s', (dataset, field, value, words) => {
    const type = targetFields[dataset][field]
    if (!type) throw new Error(`${dataset} have no ${field}.`)
    expect(meanings(valueReader(field, type, {}), words)).toEqual(new Set([value]))
  })

  it('yes and no', () => {
    expect(meanings(readBoolean, 'yes|ja|oui|sì|sí|sim|vrai|vero|V|waar|aan|ein|1.0|✓|✔️|☑')).toEqual(new Set([true]))
    expect(meanings(readBoolean, 'no|nein|non|nee|não|faux|falso|F|onwaar|uit|aus|0.0|✗|☐')).toEqual(new Set([false]))
  })

  it.each([
    ['GB', 'U.K.|UK|Vereinigtes Königreich|R.-U.|Regno Unito|VK|Grã-Bretanha'],
    ['US', 'U.S.|United States|USA|États-Unis|Stati Uniti|EE. UU.|VS|EUA'],
    ['KR', 'Korea, Republic of|Südkorea|Corée du Sud|Corea del Sud|KOR|Zuid-Korea|Coreia do Sul'],
    ['BA', 'Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnien-Herzegowina|Bosnië en Herzegovina'],
    ['DE', 'Deutschland (DE)|DE - Germany|DEU/Allemagne|276: Germania|D'],
    ['GW', 'Guinea-Bissau|GW'],
    ['RU', 'RU|Russian Federation|Russland'],
  ])('the country %s', (code, words) => {
    expect(meanings(readCountry, words)).toEqual(new Set([code]))
  })

  it('currencies', () => {
    expect(meanings(readCurrency, 'EUR - Euro|Euro (EUR)|€|eur')).toEqual(new Set(['EUR']))
    expect(meanings(readCurrency, 'dollar américain|US-Dollar|dollaro statunitense|Amerikaanse dollar')).toEqual(
      new Set(['USD']),
    )
    expect(meanings(readCurrency, 'Złoty|zł|PLN')).toEqual(new Set(['PLN']))
  })
})

it.each([
  ['country', readCountry, 'Atlantis'],
  ['country', readCountry, 'DE/FR'],
  ['currency', readCurrency, 'kr'],
  ['currency', readCurrency, 'EUR/USD'],
])('no %s is guessed: %s', (_, read, text) => {
  expect(read(text)).toEqual({ code: 'VALUE_UNKNOWN', value: text })
})

it.each([
  ['employments', 'pay_period', 'bimonthly'],
  ['employees', 'employment_type', 'permanent'],
  ['employees', 'employment_status', 'de baja'],
] as const)('a word that means two things is passed on and reported: %s %s %s', (dataset, field, word) => {
  const type = targetFields[dataset][field]
  if (!type) throw new Error(`${dataset} have no ${field}.`)
  expect(valueReader(field, type, {})(word)).toEqual({ code: 'VALUE_UNKNOWN', value: word })
})
