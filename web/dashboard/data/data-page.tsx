import './data.css'
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { useDataWords } from '../../ui/data-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useWhich } from '../integration/use-integration.ts'
import { useRights } from '../integration/use-rights.ts'
import { Page } from '../page.tsx'
import { useCurrentInView } from '../use-current-in-view.ts'
import { ColumnChoice } from './column-choice.tsx'
import { RecordFilters } from './filters.tsx'
import { listNames, type ModelView, viewOf } from './models.ts'
import { RecordTable } from './record-table.tsx'
import { listRoute } from './route-api.ts'
import { type Filters, isSelective } from './search.ts'
import { SearchState } from './search-state.tsx'
import { useColumns } from './use-columns.ts'
import { useModels, useRecords } from './use-records.ts'
import { useRecordWords } from './words.ts'

/** What belongs to a person says to whom. */
const ownedModels: ReadonlySet<string> = new Set([
  'hris_employments',
  'hris_absences',
  'hris_time_off_balances',
  'hris_timesheets',
])

const ModelLinks = () => {
  const t = useTranslations('dashboard.data')
  const { integrationId } = useWhich()
  const format = useFormatter()
  const { dataset } = useDataWords()
  const { data } = useModels()
  const nav = useCurrentInView(listRoute.useParams().list)
  const countOf = (list: string): number | null | undefined =>
    data?.models.find(({ model }) => model === viewOf(list)?.model)?.records
  return (
    <nav ref={nav} aria-label={t('models')} className="model-links">
      {listNames.map((list) => (
        <Link
          key={list}
          to="/integrations/$integrationId/data/$list"
          params={{ integrationId, list }}
          className="model-link"
        >
          {dataset(viewOf(list)?.dataset ?? list)} <span className="muted">{format.number(countOf(list) ?? 0)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** New records are shown when somebody asks for them: a list that changes by itself loses whoever reads it. */
const useTotal = (view: ModelView, filters: Filters): number | undefined => {
  const { data } = useModels()
  const isAll = filters.deleted === undefined && filters.since === undefined && filters.employee === undefined
  return isAll ? (data?.models.find(({ model }) => model === view.model)?.records ?? undefined) : undefined
}

type TableProps = {
  readonly list: string
  readonly view: ModelView
  readonly filters: Filters
  readonly columns: readonly string[]
}

type FoundProps = TableProps & { readonly records: ReturnType<typeof useRecords>; readonly onGoOn: () => void }

const Found = ({ list, view, filters, columns, records, onGoOn }: FoundProps) => {
  const t = useTranslations('dashboard.data')
  const words = useRecordWords(view)
  const { dataset } = useDataWords()
  const { recordId } = useParams({ strict: false })
  const total = useTotal(view, filters)
  const { rows, error, hasNextPage, isFetchingNextPage, isPending, refetch } = records
  if (isPending) return <Busy label={t('loading')} />
  if (error && rows.length === 0) return <FailureNotice error={error} onRetry={() => refetch()} />
  if (rows.length === 0 && !hasNextPage)
    return <div className="empty">{t(Object.keys(filters).length > 0 ? 'nothingFound' : 'nothingYet')}</div>
  const isFetchedOn = hasNextPage && !isSelective(filters) && !isFetchingNextPage && !error
  return (
    <>
      <RecordTable
        label={dataset(view.dataset)}
        list={list}
        nameColumn={t('name')}
        ownerColumn={ownedModels.has(view.model) ? t('person') : undefined}
        columns={columns.map(words.column)}
        rows={rows}
        total={isSelective(filters) ? undefined : total}
        openId={recordId}
        onNearEnd={isFetchedOn ? onGoOn : undefined}
        isWhole={!hasNextPage}
      />
      {error && <FailureNotice error={error} onRetry={onGoOn} />}
      {hasNextPage && <p className="muted">{t('sortHelp')}</p>}
    </>
  )
}

type RecordsProps = TableProps & { readonly onChoose: (columns: readonly string[]) => void }

const Records = ({ onChoose, ...props }: RecordsProps) => {
  const { view, filters, columns } = props
  const total = useTotal(view, filters)
  const records = useRecords(view.model, filters, columns)
  const { rows, searched, hasNextPage, isFetchingNextPage, isPending, fetchNextPage } = records
  const goOn = useCallback(() => {
    fetchNextPage({ cancelRefetch: false })
  }, [fetchNextPage])
  return (
    <>
      <div className="row spread explorer-head">
        {isPending ? (
          <span />
        ) : (
          <SearchState
            found={rows.length}
            searched={searched}
            total={total}
            isSelective={isSelective(filters)}
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onGoOn={goOn}
          />
        )}
        <ColumnChoice view={view} columns={columns} onChoose={onChoose} />
      </div>
      <Found {...props} records={records} onGoOn={goOn} />
    </>
  )
}

const Explorer = ({ list, view }: Pick<TableProps, 'list' | 'view'>) => {
  const t = useTranslations('dashboard.data')
  const { integrationId } = useWhich()
  const { show: _, ...filters } = listRoute.useSearch()
  const { recordId } = useParams({ strict: false })
  const navigate = useNavigate()
  const { columns, choose } = useColumns(view)
  const change = (search: Filters) =>
    navigate({ to: '/integrations/$integrationId/data/$list', params: { integrationId, list }, search, replace: true })
  return (
    <>
      <RecordFilters view={view} filters={filters} onChange={change} />
      {filters.employee !== undefined && (
        <p className="row">
          {t('ofOnePerson')}
          <Button size="small" onPress={() => change({ ...filters, employee: undefined })}>
            {t('ofEverybody')}
          </Button>
        </p>
      )}
      <div className="explorer" data-open={recordId !== undefined}>
        <section className="explorer-list" aria-label={t('list')}>
          <Records list={list} view={view} filters={filters} columns={columns} onChoose={choose} />
        </section>
        <Outlet />
      </div>
    </>
  )
}

/** Everything that is stored of a customer, model by model. */
export const DataPage = () => {
  const t = useTranslations('dashboard.data')
  const { list } = listRoute.useParams()
  const view = viewOf(list)
  const { seesPeople } = useRights()
  return (
    <Page title={t('title')}>
      <ModelLinks />
      {view && seesPeople && <Explorer key={list} list={list} view={view} />}
      {!seesPeople && <Notice kind="info">{t('notAllowed')}</Notice>}
    </Page>
  )
}
