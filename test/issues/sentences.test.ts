import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { issueCodes } from '#core/issues/codes.ts'
import { consequenceNames } from '#core/issues/consequence.ts'
import { fill, sentences } from '#core/issues/say.ts'
import { LanguageSchema, loadTexts } from '../../web/messages/languages.ts'
import { readText, root } from '../docs/documents.ts'

/** A value for each place of an English sentence. */
const valuesFor = (english: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...Object.values(english)
        .join(' ')
        .matchAll(/\{(\w+)/g),
    ].map(([, name = '']) => [name, 'value']),
  )

describe.each(LanguageSchema.options)('what is said of a file in %s', (language) => {
  it.each(Object.entries(sentences))(
    'says in whole sentences what is wrong and how to mend it: %s',
    async (name, english) => {
      const { issueSentences } = await loadTexts[language]()
      const { message, fix } = Object(issueSentences)[name]
      const values = valuesFor(english)
      for (const text of [message, fix]) expect(fill(text, values)).toMatch(/^[^{}]{12,}[.!]$/)
    },
  )

  it('has a title for each code, and says what was done for each way to do it', async () => {
    const { issueTitles, file } = await loadTexts[language]()
    expect(issueCodes.filter((code) => !issueTitles[code])).toEqual([])
    expect(consequenceNames.filter((name) => !file.issues.consequences[name])).toEqual([])
  })
})

it('every sentence is said somewhere', () => {
  const files = globSync('{core,lambdas}/**/*.ts', { cwd: root }).filter((path) => !path.includes('/sentences/'))
  const said = new Set(files.flatMap((path) => [...readText(path).matchAll(/'(\w+)'/g)].map(([, name]) => name)))
  expect(Object.keys(sentences).filter((name) => !said.has(name))).toEqual([])
})
