import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { Webhook } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { AddWebhook } from './add-webhook.tsx'

const route = getRouteApi('/environment/webhooks')

const idOf = ({ id }: Webhook): string => id
const hrefOf = ({ id }: Webhook): string => `/environment/webhooks/${id}`

const useColumns = (): readonly TableColumn<Webhook>[] => {
  const t = useTranslations('dashboard.environment.webhooks')
  return [
    { id: 'url', name: t('url'), cell: ({ url }) => url, share: 3, minWidth: 220 },
    {
      id: 'state',
      name: t('state'),
      cell: ({ enabled }) => <Badge kind={enabled ? 'good' : 'plain'}>{enabled ? t('on') : t('off')}</Badge>,
    },
    { id: 'events', name: t('events'), cell: ({ events }) => events?.join(', ') ?? t('contractEvents'), share: 2 },
    { id: 'description', name: t('description'), cell: ({ description }) => description, share: 2 },
  ]
}

/** Addresses of the vendor's app that are told of what happens. */
export const WebhooksPage = () => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call, me } = useManage()
  const { open } = route.useSearch()
  const navigate = route.useNavigate()
  const {
    items,
    error,
    refetch,
    first: _,
    ...more
  } = usePages({
    queryKey: ['webhooks'],
    load: (cursor) => call('GET /manage/webhooks', { query: { cursor } }),
  })
  const columns = useColumns()
  const [made, setMade] = useState<string>()
  const add = me.role === 'admin' && (
    <Button kind="primary" onPress={() => navigate({ search: { open: 'new' } })}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <p className="muted">{t('intro')}</p>
      <Loaded query={{ data: items, error, refetch }}>
        {(webhooks) => (
          <PagedTable {...{ label: t('title'), columns, items: webhooks, idOf, hrefOf, ...more }} empty={t('empty')} />
        )}
      </Loaded>
      {open === 'new' && <AddWebhook onMade={setMade} onClose={() => navigate({ search: {} })} />}
      {made !== undefined && (
        <ShownOnce title={t('madeTitle')} text={made} what={t('secret')} onClose={() => setMade(undefined)} />
      )}
    </Page>
  )
}
