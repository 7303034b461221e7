import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { ShownSync } from '../overview/timeline-entries.ts'
import { useSync } from '../overview/use-attention.ts'
import { keyOf, useIntegration, useWhich } from '../use-integration.ts'
import { SyncStateBadge } from './sync-state.tsx'
import { useCounts } from './use-counts.ts'

const idOf = ({ id }: ShownSync): string => id

const useColumns = (): readonly TableColumn<ShownSync>[] => {
  const t = useTranslations('dashboard.integration.syncs')
  const counts = useCounts()
  return useMemo(
    () => [
      { id: 'reason', name: t('reason'), share: 2, minWidth: 180, cell: ({ reason }) => t(`reasons.${reason}`) },
      { id: 'state', name: t('state'), minWidth: 140, cell: (sync) => <SyncStateBadge sync={sync} /> },
      { id: 'counts', name: t('did'), share: 3, minWidth: 220, cell: (sync) => counts(sync) },
      {
        id: 'issues',
        name: t('issues'),
        minWidth: 100,
        cell: ({ datasets }) => datasets.reduce((sum, { issues }) => sum + issues.length, 0) || '–',
      },
      { id: 'at', name: t('at'), share: 2, minWidth: 140, cell: ({ queued_at }) => <Moment at={queued_at} /> },
    ],
    [t, counts],
  )
}

const useSyncs = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'syncs'),
    load: (cursor) => call('GET /manage/integrations/{integration_id}/syncs', { path, query: { cursor } }),
  })
}

/** Every run, newest first. */
export const SyncsPage = () => {
  const t = useTranslations('dashboard.integration.syncs')
  const words = useTranslations('dashboard.parts')
  const { integrationId } = useWhich()
  const organization = useIntegration().data?.end_user.organization_name ?? ''
  const { items, error, ...more } = useSyncs()
  const sync = useSync()
  const columns = useColumns()
  const hrefOf = ({ id }: ShownSync): string => `/integrations/${encodeURIComponent(integrationId)}/syncs/${id}`
  const syncNow = (
    <Button onPress={() => sync.mutate()} isPending={sync.isPending}>
      {t('syncNow')}
    </Button>
  )
  return (
    <Page title={t('title', { organization })} actions={syncNow}>
      {(error ?? sync.error) && <FailureNotice error={error ?? sync.error ?? new Error()} />}
      {!items && !error && <Busy label={words('loading')} />}
      {items && (
        <PagedTable
          label={t('list')}
          columns={columns}
          items={items}
          idOf={idOf}
          hrefOf={hrefOf}
          empty={t('none')}
          {...more}
        />
      )}
    </Page>
  )
}
