import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { ShownOnce } from '../shown-once.tsx'
import { useWebhookForm, WebhookFields } from './webhook-form.tsx'

/** Adds an address; then its secret is told, once. */
export const AddWebhook = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const client = useQueryClient()
  const form = useWebhookForm(undefined)
  const [secret, setSecret] = useState<string>()
  const add = async () => {
    setSecret((await call('POST /manage/webhooks', { body: form.body })).secret)
    await client.invalidateQueries({ queryKey: ['webhooks'] })
  }
  if (secret !== undefined)
    return <ShownOnce title={t('madeTitle')} text={secret} what={t('secret')} onClose={onClose} />
  return (
    <Confirm title={t('add')} action={t('create')} onConfirm={add} onClose={() => secret === undefined && onClose()}>
      <WebhookFields form={form} />
    </Confirm>
  )
}
