import { describe, expect, it } from 'vitest'
import { templateOf } from '../../core/connect/template.ts'
import { datasets } from '../../core/files/datasets.ts'
import { dashboard } from '../../web/messages/en/dashboard.ts'
import { en } from '../../web/messages/en.ts'
import { browserLanguage, LanguageSchema, loadDashboardTexts } from '../../web/messages/languages.ts'

/** Every text by its path. */
const textsOf = (messages: object, path = ''): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...textsOf(Object(value), `${path}${key}.`)],
    ),
  )

const english = textsOf({ ...en, dashboard })

/** Names, and words that languages share: texts that may be as they are in English. */
const shared = new Set([
  'ADP',
  'BIC',
  'IBAN',
  'Absences',
  'Code',
  'Error',
  'Name',
  'Personio',
  'Port',
  'Protocol',
  'SAP SuccessFactors',
  'Server',
  'Team',
  'Workday',
  'MACs',
  '{bits} bits',
  '{field}: {state}',
  'Id',
  'Person',
  'Record',
  'Version {version}',
  'no',
])

/** Names of values begin with a small letter; the branches of a plural do not, or are several words. */
const placeholdersIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{([a-z]\w*)[,}]/g)].map(([, name = '']) => name))].toSorted()

const others = LanguageSchema.options.filter((language) => language !== 'en')

describe.each(others)('the texts in %s', (language) => {
  it('are those that there are in English', async () => {
    expect([...textsOf(await loadDashboardTexts[language]()).keys()]).toEqual([...english.keys()])
  })

  it('are translated', async () => {
    const texts = textsOf(await loadDashboardTexts[language]())
    const same = [...texts].filter(([key, text]) => text === english.get(key) && !shared.has(text))
    expect(same).toEqual([])
  })

  it('have the same places for values, and as many lines', async () => {
    const shapeOf = (text: string) => [placeholdersIn(text), text.split('\n').length]
    const shapes = (texts: ReadonlyMap<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, shapeOf(text)]))
    expect(shapes(textsOf(await loadDashboardTexts[language]()))).toEqual(shapes(english))
  })
})

describe('every column of every file', () => {
  it.each(datasets)('has a name: %s', (dataset) => {
    const rows = templateOf(dataset).map(({ field }) => field.replace(/^remote_id$/, 'id').replace(/\..*$/, ''))
    expect([...new Set(rows)].filter((row) => !en.fields[dataset]?.[row])).toEqual([])
    expect(en.datasets[dataset]).toBeTruthy()
  })
})

describe('the language of a page without a link', () => {
  it('is the first of the browser’s that there is, else English', () => {
    expect(browserLanguage(['nl-NL', 'fr-CH', 'de'])).toBe('fr')
    expect(browserLanguage(['nl'])).toBe('en')
  })
})
