import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { IssueList } from '../../ui/issue-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import type { Understanding } from '../api.ts'
import { ColumnTable } from '../file/column-table.tsx'
import { useUnderstanding } from '../file/understanding.ts'
import { useActivity } from '../live/activity.ts'
import { StepActions } from '../step-actions.tsx'
import { useWords } from '../words.ts'

type Dialect = NonNullable<Understanding['dialect']>

const textFacts = (t: ReturnType<typeof useTranslations<'file'>>, { encoding, delimiter }: Dialect) => {
  const delimiters: Readonly<Record<string, string>> = {
    ',': t('comma'),
    ';': t('semicolon'),
    '\t': t('tab'),
    '|': t('bar'),
  }
  return [
    { id: 'encoding', name: t('encoding'), value: encoding.toUpperCase() },
    { id: 'delimiter', name: t('delimiter'), value: delimiters[delimiter] ?? delimiter },
  ]
}

/** How the table was found: JSON has no rows, and a workbook no delimiters. */
const dialectFacts = (t: ReturnType<typeof useTranslations<'file'>>, dialect: Dialect) => {
  const { headerRow, sheet, records } = dialect
  if (records !== undefined) return records === '' ? [] : [{ id: 'records', name: t('records'), value: records }]
  return [
    ...(sheet === undefined ? textFacts(t, dialect) : [{ id: 'sheet', name: t('sheet'), value: sheet }]),
    { id: 'header', name: t('headerRow'), value: headerRow === 0 ? t('noHeaderRow') : String(headerRow) },
  ]
}

const useFileFacts = ({ file_name, dataset, dialect, row_count }: Understanding) => {
  const t = useTranslations('file')
  const words = useWords()
  const format = useFormatter()
  return [
    { id: 'name', name: t('name'), value: file_name },
    { id: 'dataset', name: t('holds'), value: words.dataset(dataset) },
    ...(row_count === null ? [] : [{ id: 'rows', name: t('rowCount'), value: format.number(row_count) }]),
    ...(dialect ? dialectFacts(t, dialect) : []),
  ]
}

const Understood = ({ understanding }: { readonly understanding: Understanding }) => {
  const t = useTranslations('file')
  const facts = useFileFacts(understanding)
  const { upload_id, columns, issues } = understanding
  return (
    <>
      {upload_id !== null && <Notice kind="info">{t('isSample')}</Notice>}
      <Facts facts={facts} isCopied={false} />
      {issues.length > 0 && <IssueList issues={issues} />}
      {columns.length > 0 && (
        <>
          <h2>{t('columns')}</h2>
          <p className="muted">{t('columnsHelp')}</p>
          <ColumnTable understanding={understanding} />
        </>
      )}
    </>
  )
}

/** How the newest file, or the sample, was read and what its columns would become. */
export const FileStep = () => {
  const t = useTranslations('file')
  const activity = useActivity()
  const { data, error, isLoading } = useUnderstanding(activity.data)
  const problem = activity.error ?? error
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      {problem && <FailureNotice error={problem} />}
      {(isLoading || activity.isLoading) && <Busy label={t('reading')} />}
      {data && <Understood understanding={data} />}
      {!data && !isLoading && !problem && activity.data && <p>{t('none')}</p>}
      <StepActions />
    </>
  )
}
