import '../environment.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import type { Webhook } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { Deliveries } from './deliveries.tsx'
import { WebhookActions } from './webhook-actions.tsx'

const route = getRouteApi('/environment/webhooks/$webhookId')

const About = ({ webhook }: { readonly webhook: Webhook }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { enabled, description, events, created_at, previous_secret_valid_until: until } = webhook
  return (
    <>
      <p className="row">
        <Badge kind={enabled ? 'good' : 'plain'}>{enabled ? t('on') : t('off')}</Badge>
        {description}
        <span className="muted">
          {t('created')} <Moment at={created_at} />
        </span>
      </p>
      <p>
        {t('events')}: {events?.join(', ') ?? t('contractEvents')}
      </p>
      {until && (
        <p className="muted">
          {t('oldSecretUntil')} <Moment at={until} />
        </p>
      )}
    </>
  )
}

/** One endpoint, what can be done with it, and what was sent to it. */
export const WebhookPage = () => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const { webhookId } = route.useParams()
  const path = { webhook_id: webhookId }
  const query = useQuery({
    queryKey: ['webhooks', webhookId],
    queryFn: () => call('GET /manage/webhooks/{webhook_id}', { path }),
  })
  return (
    <Page title={query.data?.url ?? t('one')}>
      <p>
        <Link to="/environment/webhooks">{t('all')}</Link>
      </p>
      <Loaded query={query}>
        {(webhook) => (
          <>
            <About webhook={webhook} />
            <WebhookActions webhook={webhook} />
            <h2>{t('deliveries')}</h2>
            <Deliveries webhookId={webhookId} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
