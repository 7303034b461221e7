import './integrations.css'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { Page } from '../page.tsx'
import { PagedTable } from '../paged-table.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FirstRun } from './first-run.tsx'
import { ListFilters } from './list-filters.tsx'
import { SampleButton } from './sample/sample-button.tsx'
import { isFiltered, type ListSearch } from './search.ts'
import { type Listed, useIntegrations } from './use-integrations.ts'
import { useListColumns } from './use-list-columns.tsx'

const route = getRouteApi('/integrations')

const idOf = ({ id }: Listed): string => id
const hrefOf = ({ id }: Listed): string => `/integrations/${encodeURIComponent(id)}`

/** Whoever has many customers looks around at them. */
const fewCustomers = 5
const mayWantSample = (items: readonly Listed[]): boolean =>
  items.length < fewCustomers && items.every(({ is_sample }) => !is_sample)

const none: ReadonlySet<string> = new Set()

type Found = ReturnType<typeof useIntegrations>

const List = ({ found, items }: { readonly found: Found; readonly items: readonly Listed[] }) => {
  const t = useTranslations('dashboard.integrations')
  const columns = useListColumns()
  const [chosen, choose] = useState(none)
  return (
    <>
      <BulkBar chosen={items.filter(({ id }) => chosen.has(id))} onChooseNone={() => choose(none)} />
      <PagedTable
        label={t('table')}
        columns={columns}
        items={items}
        idOf={idOf}
        hrefOf={hrefOf}
        selection={{ chosen, onChoose: choose }}
        hasMore={found.hasNextPage}
        isLoadingMore={found.isFetchingNextPage}
        loadMore={() => {
          if (!found.isFetchingNextPage) found.fetchNextPage()
        }}
        empty={found.hasNextPage ? <Busy label={t('loading')} /> : t('nothing')}
      />
    </>
  )
}

/** Every customer's connection, how it stands, and what can be done to many at once. */
export const ListPage = () => {
  const t = useTranslations('dashboard.integrations')
  const search = route.useSearch()
  const navigate = useNavigate()
  const found = useIntegrations(search)
  const { items, error, refetch } = found
  const change = useCallback(
    (next: ListSearch) => navigate({ to: '/integrations', search: next, replace: true }),
    [navigate],
  )
  if (items?.length === 0 && !isFiltered(search) && !found.hasNextPage) return <FirstRun />
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {items && mayWantSample(items) && !isFiltered(search) && <SampleButton />}
          <ButtonLink to="/integrations/new" kind="primary">
            {t('create')}
          </ButtonLink>
        </>
      }
    >
      <ListFilters search={search} onChange={change} />
      {error && <FailureNotice error={error} onRetry={() => refetch()} />}
      {items ? <List found={found} items={items} /> : !error && <Busy label={t('loading')} />}
    </Page>
  )
}
