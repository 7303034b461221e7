import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { Moment } from '../moment.tsx'
import type { TableColumn } from '../paged-table.tsx'
import { ListedStateBadge } from './listed-state.tsx'
import type { Listed } from './use-integrations.ts'

const Name = ({ item }: { readonly item: Listed }) => {
  const t = useTranslations('dashboard.integrations')
  return (
    <>
      <span className="cell-text">{item.end_user.organization_name}</span>
      {item.is_sample && <Badge kind="plain">{t('sample')}</Badge>}
    </>
  )
}

const LastFile = ({ item: { last_file: file } }: { readonly item: Listed }) => {
  const t = useTranslations('dashboard.integrations')
  return file ? <Moment at={file.received_at} /> : <span className="muted">{t('noFile')}</span>
}

/** Of the file that is due first. */
const NextFile = ({ item: { expected_files } }: { readonly item: Listed }) => {
  const t = useTranslations('dashboard.integrations')
  const [first] = expected_files.flatMap(({ expected_by }) => expected_by ?? []).toSorted()
  if (first === undefined) return <span className="muted">{t('notExpected')}</span>
  const isLate = expected_files.some(({ late_since }) => late_since !== null)
  return (
    <>
      <Moment at={first} />
      {isLate && <Badge kind="warn">{t('lateSince')}</Badge>}
    </>
  )
}

/** What the list says of each integration. */
export const useListColumns = (): readonly TableColumn<Listed>[] => {
  const t = useTranslations('dashboard.integrations.columns')
  const format = useFormatter()
  return useMemo(
    () => [
      { id: 'name', name: t('name'), share: 3, minWidth: 200, cell: (item) => <Name item={item} /> },
      {
        id: 'state',
        name: t('state'),
        share: 2,
        minWidth: 190,
        cell: ({ state }) => <ListedStateBadge state={state} />,
      },
      { id: 'file', name: t('file'), share: 2, minWidth: 140, cell: (item) => <LastFile item={item} /> },
      { id: 'next', name: t('next'), share: 2, minWidth: 170, cell: (item) => <NextFile item={item} /> },
      {
        id: 'people',
        name: t('people'),
        minWidth: 90,
        cell: ({ employees }) => (employees === null ? '–' : format.number(employees)),
      },
      { id: 'issues', name: t('issues'), minWidth: 90, cell: ({ last_sync }) => format.number(last_sync?.issues ?? 0) },
    ],
    [t, format],
  )
}
