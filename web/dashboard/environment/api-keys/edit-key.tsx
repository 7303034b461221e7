import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import type { ApiKey } from '../answers.ts'
import { linesOf } from '../lines.ts'

type Props = {
  readonly apiKey: ApiKey | undefined
  readonly onMade: (text: string) => void
  readonly onClose: () => void
}

const useForm = (apiKey: ApiKey | undefined) => {
  const [name, setName] = useState(apiKey?.name ?? '')
  const [addresses, setAddresses] = useState((apiKey?.allowed_addresses ?? []).join('\n'))
  const [limit, setLimit] = useState(apiKey?.requests_per_minute?.toString() ?? '')
  return {
    ...{ name, setName, addresses, setAddresses, limit, setLimit },
    body: {
      name,
      allowed_addresses: [...linesOf(addresses)],
      requests_per_minute: limit.trim() === '' ? null : Number(limit),
    },
  }
}

const Revoked = ({
  at,
  name,
  onClose,
}: {
  readonly at: string
  readonly name: string
  readonly onClose: () => void
}) => {
  const t = useTranslations('dashboard.environment.apiKeys')
  return (
    <Dialog title={name} onClose={onClose}>
      <p>
        {t('revokedText')} <Moment at={at} />
      </p>
      <div className="row">
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
    </Dialog>
  )
}

const Revoke = ({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.environment.apiKeys')
  const { call } = useManage()
  const client = useQueryClient()
  const revoke = async () => {
    await call('DELETE /manage/api-keys/{api_key_id}', { path: { api_key_id: apiKey.id } })
    await client.invalidateQueries({ queryKey: ['api-keys'] })
  }
  return (
    <Confirm
      title={t('revokeTitle', { name: apiKey.name })}
      action={t('revoke')}
      isDangerous
      typed={apiKey.name}
      onConfirm={revoke}
      onClose={onClose}
    >
      <p>{t('revokeText')}</p>
      {apiKey.last_used_at && (
        <p>
          {t('lastUse')}: <Moment at={apiKey.last_used_at} />
        </p>
      )}
    </Confirm>
  )
}

/** Makes a key, whose text is told once, or changes what a key may do. */
export const EditKey = ({ apiKey, onMade, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.apiKeys')
  const { call } = useManage()
  const client = useQueryClient()
  const form = useForm(apiKey)
  const [isRevoking, setRevoking] = useState(false)
  const save = async () => {
    if (apiKey) await call('PATCH /manage/api-keys/{api_key_id}', { path: { api_key_id: apiKey.id }, body: form.body })
    else onMade((await call('POST /manage/api-keys', { body: form.body })).api_key)
    await client.invalidateQueries({ queryKey: ['api-keys'] })
  }
  if (apiKey?.revoked_at) return <Revoked at={apiKey.revoked_at} name={apiKey.name} onClose={onClose} />
  if (apiKey && isRevoking) return <Revoke apiKey={apiKey} onClose={onClose} />
  return (
    <Confirm
      title={apiKey ? apiKey.name : t('add')}
      action={apiKey ? t('save') : t('create')}
      onConfirm={save}
      onClose={onClose}
    >
      <TextField label={t('name')} value={form.name} onChange={form.setName} error={undefined} isRequired />
      <TextArea
        label={t('addresses')}
        description={t('addressesHint')}
        value={form.addresses}
        onChange={form.setAddresses}
        error={undefined}
      />
      <TextField label={t('limit')} value={form.limit} onChange={form.setLimit} error={undefined} />
      <p className="muted">{t('limitHint')}</p>
      {apiKey && (
        <div>
          <Button kind="quiet" onPress={() => setRevoking(true)}>
            {t('revoke')}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
