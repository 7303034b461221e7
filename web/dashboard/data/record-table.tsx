import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../../ui/badge.tsx'
import { useWhich } from '../integration/use-integration.ts'
import { type Sorting, sortRows } from './sort-rows.ts'
import type { RecordRow } from './use-records.ts'
import { useWindow } from './use-window.ts'
import { useShownValue } from './words.ts'

const rowHeight = 40
/** So many rows before the end of those that were fetched, the next ones are. */
const early = 30

type Props = {
  readonly label: string
  readonly list: string
  /** What the first column is called, and the others. */
  readonly nameColumn: string
  readonly ownerColumn: string | undefined
  readonly columns: readonly string[]
  readonly rows: readonly RecordRow[]
  /** How many there are in all; undefined where nobody knows. */
  readonly total: number | undefined
  readonly openId: string | undefined
  /** Absent when nothing more is to be fetched by itself. */
  readonly onNearEnd: (() => void) | undefined
  /** Only whole lists are sorted. */
  readonly isWhole: boolean
}

/** The arrows lead from record to record. */
const onArrows = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null
  if (step === undefined || !row) return
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling
  const link = next?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
  link.scrollIntoView({ block: 'nearest' })
}

type HeadingProps = {
  readonly name: string
  readonly column: number
  readonly sorting: Sorting | undefined
  readonly onSort: ((sorting: Sorting) => void) | undefined
}

const Heading = ({ name, column, sorting, onSort }: HeadingProps) => {
  const direction = sorting?.column === column ? sorting.direction : undefined
  if (!onSort) return <th scope="col">{name}</th>
  const next = direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={direction ?? 'none'}>
      <button type="button" className="sort" onClick={() => onSort({ column, direction: next })}>
        {name}
        <span aria-hidden="true">{direction === undefined ? '' : direction === 'ascending' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  )
}

type RowProps = Pick<Props, 'list' | 'ownerColumn' | 'openId'> & { readonly row: RecordRow; readonly index: number }

const TableRow = ({ row, index, list, ownerColumn, openId }: RowProps) => {
  const t = useTranslations('dashboard.data')
  const shown = useShownValue()
  const { integrationId } = useWhich()
  const { id, name, remote_id, employee, remote_deleted_at, cells } = row
  return (
    <tr aria-rowindex={index + 2} {...(id === openId ? { 'data-open': true } : {})}>
      <th scope="row">
        <Link
          to="/integrations/$integrationId/data/$list/$recordId"
          params={{ integrationId, list, recordId: id }}
          search={(before) => before}
          {...(id === openId ? { 'aria-current': 'true' } : {})}
        >
          {name ?? remote_id ?? id}
        </Link>
        {remote_deleted_at !== null && <Badge kind="plain">{t('removed')}</Badge>}
      </th>
      <td>{remote_id}</td>
      {ownerColumn !== undefined && <td>{employee?.name ?? employee?.id}</td>}
      {cells.map((cell, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their column
        <td key={at}>{shown(cell)}</td>
      ))}
    </tr>
  )
}

/** Records as a table of any length, of which only what is in view is drawn. */
export const RecordTable = (props: Props) => {
  const { label, nameColumn, ownerColumn, columns, rows, total, onNearEnd, isWhole } = props
  const t = useTranslations('dashboard.data')
  const [sorting, setSorting] = useState<Sorting>()
  const order = isWhole ? sorting : undefined
  const sorted = useMemo(() => sortRows(rows, order), [rows, order])
  const { frame, start, end, before, after } = useWindow(rows.length, rowHeight)
  const isNearEnd = end + early >= rows.length
  useEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, onNearEnd])
  const sort = { sorting, onSort: isWhole ? setSorting : undefined }
  return (
    <div className="record-frame" ref={frame}>
      <div style={{ paddingTop: before, paddingBottom: after }}>
        <table className="records" aria-label={label} aria-rowcount={total === undefined ? -1 : total + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <Heading name={nameColumn} column={-1} {...sort} />
              <th scope="col">{t('fields.remote_id')}</th>
              {ownerColumn !== undefined && <th scope="col">{ownerColumn}</th>}
              {columns.map((name, column) => (
                <Heading key={name} name={name} column={column} {...sort} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onArrows}>
            {sorted.slice(start, end).map((row, index) => (
              <TableRow key={row.id} {...props} row={row} index={start + index} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
