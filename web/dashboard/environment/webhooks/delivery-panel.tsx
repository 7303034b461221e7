import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import type { Delivery } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { DeliveryState } from './delivery-state.tsx'

const indented = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

const Attempt = ({ attempt }: { readonly attempt: Delivery['attempts'][number] }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const format = useFormatter()
  const { started_at, milliseconds, status, response, error } = attempt
  return (
    <li>
      <Moment at={started_at} /> · {error ? error.message : t('answered', { status: String(status) })} ·{' '}
      {t('took', { ms: format.number(milliseconds) })}
      {response !== null && response !== '' && <pre className="answer">{response}</pre>}
    </li>
  )
}

const About = ({ delivery }: { readonly delivery: Delivery }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  return (
    <>
      <p className="row">
        <DeliveryState state={delivery.state} />
        <Moment at={delivery.created_at} />
        {delivery.next_attempt_at && (
          <span className="muted">
            {t('nextAttempt')} <Moment at={delivery.next_attempt_at} />
          </span>
        )}
      </p>
      <CodeBlock text={indented(delivery.body)} what={t('payload')} />
      <h3>{t('attempts')}</h3>
      {delivery.attempts.length === 0 && <p className="muted">{t('noAttempts')}</p>}
      <ol>
        {delivery.attempts.map((attempt) => (
          <Attempt key={attempt.started_at} attempt={attempt} />
        ))}
      </ol>
    </>
  )
}

type Props = { readonly webhookId: string; readonly deliveryId: string; readonly onClose: () => void }

/** What was sent and what came back; what has ended can be sent once more. */
export const DeliveryPanel = ({ webhookId, deliveryId, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const client = useQueryClient()
  const path = { webhook_id: webhookId, delivery_id: deliveryId }
  const query = useQuery({
    queryKey: ['deliveries', webhookId, deliveryId],
    queryFn: () => call('GET /manage/webhooks/{webhook_id}/deliveries/{delivery_id}', { path }),
  })
  const again = useMutation({
    mutationFn: () => call('POST /manage/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver', { path }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['deliveries', webhookId] }),
  })
  const state = query.data?.state
  return (
    <Dialog title={query.data?.event_type ?? t('delivery')} onClose={onClose}>
      <div className="stack">
        <Loaded query={query}>{(delivery) => <About delivery={delivery} />}</Loaded>
        {again.error && <FailureNotice error={again.error} />}
        <div className="row">
          <Button onPress={onClose}>{t('close')}</Button>
          {state && state !== 'PENDING' && (
            <Button kind="primary" isPending={again.isPending} onPress={() => again.mutate()}>
              {t('redeliver')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
