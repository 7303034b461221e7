import { useLocale, useMessages } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { csvFormOf, issuesCsv } from '#core/issues/issue-csv.ts'
import { useDataWords } from './data-words.ts'
import { useIssueWords } from './issue-words.ts'

/** Writes issues as a table in the words of the page, for the spreadsheets of those who speak them. */
export const useIssuesCsv = () => {
  const language = useLocale()
  const { csv: names, severities } = useMessages().file.issues
  const words = useDataWords()
  const inWords = useIssueWords()
  const named: Readonly<Record<string, string>> = severities
  const say = (column: string, name: string) => (column === 'dataset' ? words.dataset(name) : (named[name] ?? name))
  return (issues: readonly Issue[]): string =>
    issuesCsv(issues.map(inWords), { ...csvFormOf({ language }), names, say })
}
