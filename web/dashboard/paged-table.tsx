import './paged-table.css'
import { type ReactNode, useMemo } from 'react'
import {
  Cell,
  Checkbox,
  Collection,
  Column,
  ResizableTableContainer,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  TableLoadMoreItem,
  Virtualizer,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'
import { CheckIcon } from '../ui/icons.tsx'

const rowHeight = 44
const headingHeight = 40
const mostRows = 14
const choiceWidth = 48

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
  /** Which rows are chosen, where they can be. */
  readonly selection?: { readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: ReadonlySet<string>) => void }
}

const ChoiceBox = () => (
  <Checkbox slot="selection" className="checkbox">
    <span className="checkbox-mark" aria-hidden="true">
      <CheckIcon />
    </span>
  </Checkbox>
)

/** Of a table with rows to choose: the boxes are its first column. A link stays a link, and the keyboard chooses by the space bar. */
const choosing = <Item,>({ selection, items, idOf }: Props<Item>) =>
  selection && {
    selectionMode: 'multiple' as const,
    selectionBehavior: 'toggle' as const,
    selectedKeys: selection.chosen,
    onSelectionChange: (keys: Selection) =>
      selection.onChoose(new Set(keys === 'all' ? items.map(idOf) : [...keys].map(String))),
  }

const choiceColumn = 'choice'

const columnsOf = <Item,>({ columns, selection }: Props<Item>): TableColumn<Item>[] =>
  selection
    ? [{ id: choiceColumn, name: '', minWidth: choiceWidth, cell: () => <ChoiceBox /> }, ...columns]
    : [...columns]

/** A table of any length: rows are made as they come into view, and fetched as the last of them do. */
export const PagedTable = <Item extends object>(props: Props<Item>) => {
  const { label, columns, items, idOf, hrefOf, hasMore = false, isLoadingMore = false, loadMore, empty } = props
  const t = useTranslations('dashboard.parts')
  const rows = useMemo(() => items.map((item) => ({ id: idOf(item), item })), [items, idOf])
  if (rows.length === 0) return <div className="empty">{empty}</div>
  const shown = columnsOf(props)
  const height = headingHeight + rowHeight * Math.min(rows.length + (hasMore ? 1 : 0), mostRows)
  return (
    <ResizableTableContainer className="paged-table" style={{ height: height + 2 }}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight }}>
        <Table aria-label={label} {...choosing(props)}>
          <TableHeader columns={shown}>
            {({ id, name, minWidth = 120, share = 1 }) => (
              <Column
                id={id}
                isRowHeader={id === columns[0]?.id}
                minWidth={minWidth}
                {...(id === choiceColumn ? { width: choiceWidth } : { defaultWidth: `${share}fr` as const })}
              >
                {id === choiceColumn ? <ChoiceBox /> : name}
              </Column>
            )}
          </TableHeader>
          <TableBody>
            <Collection items={rows} dependencies={[columns]}>
              {({ id, item }) => (
                <Row id={id} columns={shown} {...(hrefOf ? { href: hrefOf(item) } : {})}>
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
