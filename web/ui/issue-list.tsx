import { useMemo, useState } from 'react'
import { useFormatter, useMessages, useTranslations } from 'use-intl'
import { bySeverity } from '#core/issues/by-severity.ts'
import type { Issue } from '#core/issues/issue.ts'
import { Button } from './button.tsx'
import { WarningIcon } from './icons.tsx'
import { useIssueWords } from './issue-words.ts'

const shownRows = 8
/** Of cells that are wrong in the same way. */
const shownPlaces = 5
/** A file in which everything is wrong has thousands. */
const shownAtOnce = 50

type PlaceProps = { readonly issue: Issue; readonly isFirst: boolean }

const Place = ({ issue: { rows, count, column, example }, isFirst }: PlaceProps) => {
  const t = useTranslations('file.issues')
  const format = useFormatter()
  const more = count - Math.min(rows.length, shownRows)
  return (
    <p className="muted">
      {isFirst && column !== null && <span>{t('column', { column })} </span>}
      {rows.length > 0 && (
        <span>{t('rows', { rows: format.list(rows.slice(0, shownRows).map(String)), count: rows.length })} </span>
      )}
      {rows.length > 0 && more > 0 && <span>{t('more', { count: more })} </span>}
      {example !== null && <span>{t('example', { example })}</span>}
    </p>
  )
}

/** Those that are said and mended in the same way are one, with a place for each cell. */
const alike = ({ code, dataset, column, says, message, params, file, consequence }: Issue): string =>
  JSON.stringify([code, dataset, column, file, consequence, says, says === undefined ? message : params])

const placeOf = ({ column, example, message, rows }: Issue): string =>
  JSON.stringify([column, example, message, rows[0]])

const OneIssue = ({ first, places }: { readonly first: Issue; readonly places: readonly Issue[] }) => {
  const t = useTranslations('file.issues')
  const titles = useMessages().issueTitles
  const inWords = useIssueWords()
  const issue = inWords(first)
  const more = places.slice(shownPlaces).reduce((sum, { count }) => sum + Math.max(1, count), 0)
  return (
    <li className={issue.severity}>
      <p className="with-icon">
        <WarningIcon />
        <strong>
          {t(`severities.${issue.severity}`)}: {titles[issue.code]}
        </strong>
      </p>
      {places.slice(0, shownPlaces).map((place, index) => (
        <Place key={placeOf(place)} issue={inWords(place)} isFirst={index === 0} />
      ))}
      {more > 0 && <p className="muted">{t('morePlaces', { count: more })}</p>}
      <p lang={issue.isTranslated ? undefined : 'en'}>
        {issue.message} {issue.fix}
      </p>
      <p className="muted">{t('done', { done: issue.done })}</p>
    </li>
  )
}

type Props = {
  readonly issues: readonly Issue[]
  /** How many more there are than the report holds. */
  readonly left?: number
}

/** What is wrong in the file, and where, the gravest first. */
export const IssueList = ({ issues, left = 0 }: Props) => {
  const t = useTranslations('file.issues')
  const sorted = useMemo(() => [...Map.groupBy(issues.toSorted(bySeverity), alike)], [issues])
  const [shown, setShown] = useState(shownAtOnce)
  const more = sorted.length - shown
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <ul className="issues">
        {sorted
          .slice(0, shown)
          .map(([key, places]) => places[0] && <OneIssue key={key} first={places[0]} places={places} />)}
      </ul>
      {more > 0 && (
        <Button kind="secondary" onPress={() => setShown(shown + shownAtOnce)}>
          {t('showMore', { count: more })}
        </Button>
      )}
      {more <= 0 && left > 0 && <p className="muted">{t('left', { count: left })}</p>}
    </section>
  )
}
