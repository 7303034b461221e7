import { useFormatter, useMessages, useTranslations } from 'use-intl'
import { type IssueCode, issueSeverity } from '#core/issues/codes.ts'
import type { Issue } from '#core/issues/issue.ts'
import { Badge, type BadgeKind } from '../../../ui/badge.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useIssueWords } from '../../../ui/issue-words.ts'

const kinds: Readonly<Record<Issue['severity'], BadgeKind>> = { error: 'bad', warning: 'warn', info: 'plain' }
const severities = Object.keys(kinds)

const shownExamples = 5
const shownRows = 12

const shownOthers = 200

type Worded = Issue & { readonly done: string; readonly isTranslated: boolean }

const keyOf = ({ dataset, column, example, message, rows }: Issue): string =>
  JSON.stringify([dataset, column, example, message, rows[0]])

const Example = ({ issue }: { readonly issue: Worded }) => {
  const t = useTranslations('file.issues')
  const format = useFormatter()
  const { column, rows, count, example, message, fix, done, isTranslated } = issue
  const more = count - Math.min(rows.length, shownRows)
  return (
    <li>
      <p lang={isTranslated ? undefined : 'en'}>
        {message} {fix}
      </p>
      <p className="muted">
        {column !== null && <span>{t('column', { column })} </span>}
        {rows.length > 0 && (
          <span>{t('rows', { rows: format.list(rows.slice(0, shownRows).map(String)), count: rows.length })} </span>
        )}
        {rows.length > 0 && more > 0 && <span>{t('more', { count: more })} </span>}
        {example !== null && <span>{t('example', { example })}</span>}
      </p>
      <p className="muted">{t('done', { done })}</p>
    </li>
  )
}

type GroupProps = { readonly code: IssueCode; readonly issues: readonly Issue[] }

const Group = ({ code, issues }: GroupProps) => {
  const t = useTranslations('dashboard.integration.report')
  const titles = useMessages().issueTitles
  const inWords = useIssueWords()
  const severity = issueSeverity[code]
  const count = issues.reduce((sum, issue) => sum + Math.max(issue.count, 1), 0)
  return (
    <section className="panel" aria-labelledby={`issue-${code}`}>
      <p className="row">
        <Badge kind={kinds[severity]}>{t(`severities.${severity}`)}</Badge>
        <strong id={`issue-${code}`}>{titles[code]}</strong>
        <span className="muted">{t('times', { count })}</span>
      </p>
      <ul className="plain-list">
        {issues.slice(0, shownExamples).map((issue) => (
          <Example key={keyOf(issue)} issue={inWords(issue)} />
        ))}
      </ul>
      {issues.length > shownExamples && (
        <Disclosure title={t('others', { count: issues.length - shownExamples })}>
          <ul className="plain-list">
            {issues.slice(shownExamples, shownOthers).map((issue) => (
              <Example key={keyOf(issue)} issue={inWords(issue)} />
            ))}
          </ul>
          {issues.length > shownOthers && (
            <p className="muted">{t('inTable', { count: issues.length - shownOthers })}</p>
          )}
        </Disclosure>
      )}
    </section>
  )
}

/** Issues by what they are about, the gravest first, with examples. */
export const IssueGroups = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const groups = [...Map.groupBy(issues, ({ code }) => code)].toSorted(
    ([a], [b]) => severities.indexOf(issueSeverity[a]) - severities.indexOf(issueSeverity[b]),
  )
  return (
    <div className="stack">
      {groups.map(([code, group]) => (
        <Group key={code} code={code} issues={group} />
      ))}
    </div>
  )
}
