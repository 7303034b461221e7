import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { useWebhookForm, WebhookFields } from './webhook-form.tsx'

type Props = {
  /** Hears the secret, which no other answer holds. */
  readonly onMade: (secret: string) => void
  readonly onClose: () => void
}

export const AddWebhook = ({ onMade, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const client = useQueryClient()
  const form = useWebhookForm(undefined)
  const add = async () => {
    onMade((await call('POST /manage/webhooks', { body: form.body })).secret)
    await client.invalidateQueries({ queryKey: ['webhooks'] })
  }
  return (
    <Confirm title={t('add')} action={t('create')} onConfirm={add} onClose={onClose}>
      <WebhookFields form={form} />
    </Confirm>
  )
}
