import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { FileState } from '../../../ui/file-state.tsx'
import { useSize } from '../../../ui/use-size.ts'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { ShownFile } from '../overview/timeline-entries.ts'
import { keyOf, useIntegration, useWhich } from '../use-integration.ts'

const idOf = ({ id }: ShownFile): string => id

const useColumns = (): readonly TableColumn<ShownFile>[] => {
  const t = useTranslations('dashboard.integration.files')
  const words = useDataWords()
  const size = useSize()
  return useMemo(
    () => [
      { id: 'name', name: t('name'), share: 3, minWidth: 200, cell: ({ name }) => name },
      {
        id: 'holds',
        name: t('holds'),
        share: 2,
        cell: ({ dataset, kind }) => (dataset ? words.dataset(dataset) : kind === 'manifest' ? t('manifest') : '–'),
      },
      { id: 'state', name: t('state'), share: 2, cell: ({ state }) => <FileState state={state} /> },
      { id: 'size', name: t('size'), cell: (file) => size(file.size) },
      { id: 'at', name: t('at'), share: 2, cell: ({ received_at }) => <Moment at={received_at} /> },
    ],
    [t, words, size],
  )
}

const useFiles = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'files'),
    load: (cursor) => call('GET /manage/integrations/{integration_id}/files', { path, query: { cursor } }),
  })
}

/** Everything that arrived, newest first. */
export const FilesPage = () => {
  const t = useTranslations('dashboard.integration.files')
  const words = useTranslations('dashboard.parts')
  const { integrationId } = useWhich()
  const organization = useIntegration().data?.end_user.organization_name ?? ''
  const { items, error, ...more } = useFiles()
  const columns = useColumns()
  const hrefOf = ({ id }: ShownFile): string => `/integrations/${encodeURIComponent(integrationId)}/files/${id}`
  return (
    <Page title={t('title', { organization })}>
      <p className="muted">{t('intro')}</p>
      {error && <FailureNotice error={error} />}
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
