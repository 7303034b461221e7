import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import type { Delivery } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { DeliveryState } from './delivery-state.tsx'

const route = getRouteApi('/environment/webhooks/$webhookId')

const idOf = ({ id }: Delivery): string => id

/** What the endpoint answered last. */
const answerOf = ({ attempts }: Pick<Delivery, 'attempts'>): string => {
  const last = attempts.at(-1)
  return last?.status?.toString() ?? last?.error?.code ?? ''
}

const useColumns = (): readonly TableColumn<Delivery>[] => {
  const t = useTranslations('dashboard.environment.webhooks')
  return [
    { id: 'type', name: t('event'), cell: ({ event_type }) => event_type, share: 2 },
    { id: 'state', name: t('state'), cell: ({ state }) => <DeliveryState state={state} /> },
    { id: 'at', name: t('time'), minWidth: 150, cell: ({ created_at }) => <Moment at={created_at} /> },
    { id: 'attempts', name: t('attempts'), cell: ({ attempts }) => attempts.length },
    { id: 'answer', name: t('answer'), cell: answerOf },
    {
      id: 'integration',
      name: t('integration'),
      cell: ({ integration_id }) => integration_id ?? t('madeUp'),
      share: 2,
    },
  ]
}

/** What was sent to an endpoint in the last thirty days. */
export const Deliveries = ({ webhookId }: { readonly webhookId: string }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const { delivery } = route.useSearch()
  const navigate = route.useNavigate()
  const path = { webhook_id: webhookId }
  const {
    items,
    error,
    refetch,
    first: _,
    ...more
  } = usePages({
    queryKey: ['deliveries', webhookId],
    load: (cursor) => call('GET /manage/webhooks/{webhook_id}/deliveries', { path, query: { cursor } }),
  })
  const columns = useColumns()
  const hrefOf = ({ id }: Delivery): string => `/environment/webhooks/${webhookId}?delivery=${id}`
  return (
    <>
      <Loaded query={{ data: items, error, refetch }}>
        {(deliveries) => (
          <PagedTable
            {...{ label: t('deliveries'), columns, items: deliveries, idOf, hrefOf, ...more }}
            empty={t('noDeliveries')}
          />
        )}
      </Loaded>
      {delivery !== undefined && (
        <DeliveryPanel webhookId={webhookId} deliveryId={delivery} onClose={() => navigate({ search: {} })} />
      )}
    </>
  )
}
