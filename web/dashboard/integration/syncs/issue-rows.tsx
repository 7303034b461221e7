import { useMemo } from 'react'
import { useMessages, useTranslations } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { useIssueWords } from '../../../ui/issue-words.ts'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'

type RowIssue = { readonly id: string; readonly row: number; readonly issue: Issue }

/** More rows nobody scrolls through: the table to download has all of them. */
const mostRows = 20_000

const byRow = (issues: readonly Issue[]): readonly RowIssue[] =>
  issues
    .flatMap((issue, index) => issue.rows.map((row) => ({ id: `${row} ${index}`, row, issue })))
    .toSorted((a, b) => a.row - b.row)
    .slice(0, mostRows)

const idOf = ({ id }: RowIssue): string => id

const useColumns = (): readonly TableColumn<RowIssue>[] => {
  const t = useTranslations('dashboard.integration.report')
  const titles = useMessages().issueTitles
  const inWords = useIssueWords()
  return useMemo(
    () => [
      { id: 'row', name: t('row'), minWidth: 90, cell: ({ row }) => row },
      { id: 'what', name: t('what'), share: 2, minWidth: 180, cell: ({ issue }) => titles[issue.code] },
      { id: 'column', name: t('column'), minWidth: 130, cell: ({ issue }) => issue.column ?? '–' },
      { id: 'example', name: t('example'), minWidth: 130, cell: ({ issue }) => inWords(issue).example ?? '–' },
    ],
    [t, titles, inWords],
  )
}

/** What is wrong, row by row, as whoever corrects the file goes through it. */
export const IssueRows = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const t = useTranslations('dashboard.integration.report')
  const rows = useMemo(() => byRow(issues), [issues])
  const columns = useColumns()
  return <PagedTable label={t('byRow')} columns={columns} items={rows} idOf={idOf} empty={t('noRows')} />
}
