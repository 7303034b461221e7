import './paged-table.css'
import { type ReactNode, useMemo } from 'react'
import {
  Cell,
  Collection,
  Column,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'

const rowHeight = 44
const headingHeight = 40
const mostRows = 14

export type TableColumn<Item> = {
  readonly id: string
  readonly name: string
  readonly cell: (item: Item) => ReactNode
  readonly minWidth?: number
  /** Share of the room, against the other columns. */
  readonly share?: number
}

type Props<Item> = {
  readonly label: string
  readonly columns: readonly TableColumn<Item>[]
  readonly items: readonly Item[]
  readonly idOf: (item: Item) => string
  /** Where a row leads, if it leads anywhere. */
  readonly hrefOf?: (item: Item) => string
  readonly hasMore?: boolean
  readonly isLoadingMore?: boolean
  readonly loadMore?: () => void
  readonly empty: ReactNode
}

/** A table of any length: rows are made as they come into view, and fetched as the last of them do. */
export const PagedTable = <Item extends object>(props: Props<Item>) => {
  const { label, columns, items, idOf, hrefOf, hasMore = false, isLoadingMore = false, loadMore, empty } = props
  const t = useTranslations('dashboard.parts')
  const rows = useMemo(() => items.map((item) => ({ id: idOf(item), item })), [items, idOf])
  if (rows.length === 0) return <div className="empty">{empty}</div>
  const height = headingHeight + rowHeight * Math.min(rows.length + (hasMore ? 1 : 0), mostRows)
  return (
    <ResizableTableContainer className="paged-table" style={{ height: height + 2 }}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight }}>
        <Table aria-label={label}>
          <TableHeader columns={[...columns]}>
            {({ id, name, minWidth = 120, share = 1 }) => (
              <Column id={id} isRowHeader={id === columns[0]?.id} minWidth={minWidth} defaultWidth={`${share}fr`}>
                {name}
              </Column>
            )}
          </TableHeader>
          <TableBody>
            <Collection items={rows} dependencies={[columns]}>
              {({ id, item }) => (
                <Row id={id} columns={[...columns]} {...(hrefOf ? { href: hrefOf(item) } : {})}>
                  {({ cell }) => <Cell>{cell(item)}</Cell>}
                </Row>
              )}
            </Collection>
            <TableLoadMoreItem isLoading={isLoadingMore} {...(hasMore && loadMore ? { onLoadMore: loadMore } : {})}>
              <Busy label={t('loadingMore')} />
            </TableLoadMoreItem>
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
  )
}
