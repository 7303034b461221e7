import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sampleTypes } from '#core/webhooks/sample-event.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { Webhook } from '../answers.ts'
import { ShownOnce } from '../shown-once.tsx'
import { useWebhookForm, WebhookFields } from './webhook-form.tsx'

const route = getRouteApi('/environment/webhooks/$webhookId')

type Props = {
  readonly webhook: Webhook
  /** Hears a new secret, which no other answer holds. */
  readonly onMade: (secret: string) => void
  readonly onClose: () => void
}

const useRefreshed = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['webhooks'] })
}

const Edit = ({ webhook, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const refresh = useRefreshed()
  const form = useWebhookForm(webhook)
  const save = async () => {
    await call('PATCH /manage/webhooks/{webhook_id}', { path: { webhook_id: webhook.id }, body: form.body })
    await refresh()
  }
  return (
    <Confirm title={t('edit')} action={t('save')} onConfirm={save} onClose={onClose}>
      <WebhookFields form={form} />
    </Confirm>
  )
}

const Toggle = ({ webhook, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const refresh = useRefreshed()
  const { id, enabled } = webhook
  const toggle = async () => {
    await call('PATCH /manage/webhooks/{webhook_id}', { path: { webhook_id: id }, body: { enabled: !enabled } })
    await refresh()
  }
  const action = enabled ? t('turnOff') : t('turnOn')
  return (
    <Confirm title={action} action={action} onConfirm={toggle} onClose={onClose}>
      <p>{enabled ? t('turnOffText') : t('turnOnText')}</p>
    </Confirm>
  )
}

const SendTest = ({ webhook, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const [type, setType] = useState<string>('data-changed')
  const send = async () => {
    const body = { type: sampleTypes.find((each) => each === type) ?? 'data-changed' }
    const { id } = await call('POST /manage/webhooks/{webhook_id}/test', { path: { webhook_id: webhook.id }, body })
    await client.invalidateQueries({ queryKey: ['deliveries', webhook.id] })
    await navigate({ search: { delivery: id } })
  }
  const options = sampleTypes.map((id) => ({ id, name: id }))
  return (
    <Confirm title={t('test')} action={t('send')} onConfirm={send} onClose={onClose}>
      <p>{t('testText')}</p>
      <Radios label={t('event')} options={options} value={type} onChange={setType} />
    </Confirm>
  )
}

const Rotate = ({ webhook, onMade, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const refresh = useRefreshed()
  const [hours, setHours] = useState('24')
  const rotate = async () => {
    const body = { previous_valid_hours: Number(hours) }
    const path = { webhook_id: webhook.id }
    onMade((await call('POST /manage/webhooks/{webhook_id}/rotate-secret', { path, body })).secret)
    await refresh()
  }
  return (
    <Confirm title={t('rotate')} action={t('rotate')} onConfirm={rotate} onClose={onClose}>
      <p>{t('rotateText')}</p>
      <TextField label={t('hours')} value={hours} onChange={setHours} error={undefined} />
    </Confirm>
  )
}

const Remove = ({ webhook, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { call } = useManage()
  const refresh = useRefreshed()
  const navigate = route.useNavigate()
  const remove = async () => {
    await call('DELETE /manage/webhooks/{webhook_id}', { path: { webhook_id: webhook.id } })
    await navigate({ to: '/environment/webhooks' })
    await refresh()
  }
  const host = URL.canParse(webhook.url) ? new URL(webhook.url).host : webhook.url
  return (
    <Confirm title={t('remove')} action={t('remove')} isDangerous typed={host} onConfirm={remove} onClose={onClose}>
      <p>{t('removeText')}</p>
    </Confirm>
  )
}

const actions = { edit: Edit, toggle: Toggle, test: SendTest, rotate: Rotate, remove: Remove } as const
type Action = keyof typeof actions

/** Everything that can be done with an endpoint; what only admins may do is shown to them alone. */
export const WebhookActions = ({ webhook }: { readonly webhook: Webhook }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const { me } = useManage()
  const [action, setAction] = useState<Action>()
  const [made, setMade] = useState<string>()
  const Shown = action && actions[action]
  const isAdmin = me.role === 'admin'
  return (
    <div className="row">
      <Button kind="primary" onPress={() => setAction('test')}>
        {t('test')}
      </Button>
      {isAdmin && (
        <>
          <Button onPress={() => setAction('edit')}>{t('edit')}</Button>
          <Button onPress={() => setAction('toggle')}>{webhook.enabled ? t('turnOff') : t('turnOn')}</Button>
          <Button onPress={() => setAction('rotate')}>{t('rotate')}</Button>
          <Button kind="quiet" onPress={() => setAction('remove')}>
            {t('remove')}
          </Button>
        </>
      )}
      {Shown && <Shown webhook={webhook} onMade={setMade} onClose={() => setAction(undefined)} />}
      {made !== undefined && (
        <ShownOnce title={t('madeTitle')} text={made} what={t('secret')} onClose={() => setMade(undefined)} />
      )}
    </div>
  )
}
