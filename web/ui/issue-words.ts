import { useFormatter, useMessages, useTranslations } from 'use-intl'
import { consequenceOf } from '#core/issues/consequence.ts'
import type { Issue } from '#core/issues/issue.ts'
import { fill, type Params, type Sentence } from '#core/issues/say.ts'
import { useDataWords } from './data-words.ts'

/** Says an issue in the language of the page. Reports of before carry only the English sentence, which then stays. */
export const useIssueWords = () => {
  const sentences: Readonly<Record<string, Sentence | undefined>> = useMessages().issueSentences
  const t = useTranslations('file.issues')
  const format = useFormatter()
  const words = useDataWords()

  const inWords = (name: string, value: Params[string], dataset: string): Params[string] => {
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'object') return name === 'fields' ? value.map((field) => words.field(dataset, field)) : value
    if (name === 'field') return words.field(dataset, value)
    if (name === 'dataset') return words.dataset(value)
    return name === 'point' ? words.field(dataset, value.slice(value.indexOf('.') + 1)) : value
  }

  return (issue: Issue): Issue & { readonly done: string; readonly isTranslated: boolean } => {
    const { says = '', params = {}, dataset, example, file } = issue
    const done = t(`consequences.${issue.consequence ?? consequenceOf(issue.code)}`)
    const sentence = sentences[says]
    if (sentence === undefined) return { ...issue, done, isTranslated: false }
    const values = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, inWords(name, value, dataset ?? 'employees')]),
    )
    const said = fill(sentence.message, values)
    const message = file === undefined ? said : `${file}: ${said}`
    const isCount = sentence.example !== undefined && example !== null
    return {
      ...issue,
      message: issue.further ? t('further', { message }) : message,
      fix: fill(sentence.fix, values),
      done,
      example: isCount ? fill(sentence.example, values) : example,
      isTranslated: true,
    }
  }
}
