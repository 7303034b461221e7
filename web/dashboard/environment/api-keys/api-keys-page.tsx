import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import type { ApiKey } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { EditKey } from './edit-key.tsx'

const route = getRouteApi('/environment/api-keys')

const idOf = ({ id }: ApiKey): string => id
const hrefOf = ({ id }: ApiKey): string => `/environment/api-keys?open=${id}`

const useColumns = (): readonly TableColumn<ApiKey>[] => {
  const t = useTranslations('dashboard.environment.apiKeys')
  const format = useFormatter()
  return [
    { id: 'name', name: t('name'), cell: ({ name }) => name, share: 2 },
    {
      id: 'state',
      name: t('state'),
      cell: ({ revoked_at }) =>
        revoked_at ? <Badge kind="bad">{t('revoked')}</Badge> : <Badge kind="good">{t('valid')}</Badge>,
    },
    {
      id: 'from',
      name: t('addresses'),
      minWidth: 170,
      cell: ({ allowed_addresses: from }) => (from.length === 0 ? t('anywhere') : from.join(', ')),
    },
    {
      id: 'limit',
      name: t('limit'),
      minWidth: 170,
      cell: ({ requests_per_minute: limit }) => (limit === null ? t('noLimit') : format.number(limit)),
    },
    {
      id: 'used',
      name: t('lastUse'),
      cell: ({ last_used_at: at }) => (at ? <Moment at={at} /> : t('never')),
    },
    { id: 'created', name: t('created'), minWidth: 150, cell: ({ created_at }) => <Moment at={created_at} /> },
  ]
}

/** Keys of the vendor's programs. */
export const ApiKeysPage = () => {
  const t = useTranslations('dashboard.environment.apiKeys')
  const { call } = useManage()
  const { open } = route.useSearch()
  const navigate = route.useNavigate()
  const [made, setMade] = useState<string>()
  const query = useQuery({ queryKey: ['api-keys'], queryFn: () => call('GET /manage/api-keys') })
  const columns = useColumns()
  const show = (id: string | undefined) => navigate({ search: { open: id } })
  const add = (
    <Button kind="primary" onPress={() => show('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <p className="muted">{t('intro')}</p>
      <Loaded query={query}>
        {({ results }) => {
          const opened = results.find(({ id }) => id === open)
          return (
            <>
              <PagedTable {...{ label: t('title'), columns, items: results, idOf, hrefOf }} empty={t('empty')} />
              {(opened || open === 'new') && (
                <EditKey key={open} apiKey={opened} onMade={setMade} onClose={() => show(undefined)} />
              )}
            </>
          )
        }}
      </Loaded>
      {made !== undefined && (
        <ShownOnce title={t('madeTitle')} text={made} what={t('key')} onClose={() => setMade(undefined)} />
      )}
    </Page>
  )
}
