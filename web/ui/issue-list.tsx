import { useFormatter, useMessages, useTranslations } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { WarningIcon } from './icons.tsx'
import { useIssueWords } from './issue-words.ts'

const shownRows = 8

const Place = ({ issue: { rows, count, column, example } }: { readonly issue: Issue }) => {
  const t = useTranslations('file.issues')
  const format = useFormatter()
  const more = count - Math.min(rows.length, shownRows)
  return (
    <p className="muted">
      {column !== null && <span>{t('column', { column })} </span>}
      {rows.length > 0 && (
        <span>{t('rows', { rows: format.list(rows.slice(0, shownRows).map(String)), count: rows.length })} </span>
      )}
      {rows.length > 0 && more > 0 && <span>{t('more', { count: more })} </span>}
      {example !== null && <span>{t('example', { example })}</span>}
    </p>
  )
}

/** What is wrong in the file, and where. */
export const IssueList = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const t = useTranslations('file.issues')
  const titles = useMessages().issueTitles
  const inWords = useIssueWords()
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <ul className="issues">
        {issues.map(inWords).map((issue) => (
          <li key={`${issue.code} ${issue.says} ${issue.column} ${issue.rows[0]}`} className={issue.severity}>
            <p className="with-icon">
              <WarningIcon />
              <strong>{titles[issue.code]}</strong>
            </p>
            <Place issue={issue} />
            <p lang={issue.isTranslated ? undefined : 'en'}>
              {issue.message} {issue.fix}
            </p>
            <p className="muted">{t('done', { done: issue.done })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
