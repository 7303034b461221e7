import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EventTypeSchema } from '#core/webhooks/event-types.ts'
import { CheckboxList } from '../../../ui/checkbox-list.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Webhook } from '../answers.ts'

/** What somebody writes about a webhook, and what of it the API takes. */
export const useWebhookForm = (webhook: Webhook | undefined) => {
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [description, setDescription] = useState(webhook?.description ?? '')
  const [isChosen, setChosen] = useState(webhook?.events != null)
  const [events, setEvents] = useState<readonly string[]>(webhook?.events ?? [])
  const types = EventTypeSchema.options.filter((type) => events.includes(type))
  return {
    ...{ url, setUrl, description, setDescription, isChosen, setChosen, events, setEvents },
    body: { url: url.trim(), description, events: isChosen ? types : null },
  }
}

export const WebhookFields = ({ form }: { readonly form: ReturnType<typeof useWebhookForm> }) => {
  const t = useTranslations('dashboard.environment.webhooks')
  const options = EventTypeSchema.options.map((id) => ({ id, name: id, hint: '' }))
  return (
    <>
      <TextField label={t('url')} type="url" value={form.url} onChange={form.setUrl} error={undefined} isRequired />
      <TextField label={t('description')} value={form.description} onChange={form.setDescription} error={undefined} />
      <Switch isSelected={form.isChosen} onChange={form.setChosen}>
        {t('chooseEvents')}
      </Switch>
      {form.isChosen && (
        <CheckboxList
          label={t('events')}
          options={options}
          value={form.events}
          onChange={form.setEvents}
          find={{ label: t('events'), nothing: '' }}
          error={undefined}
        />
      )}
    </>
  )
}
