import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Picker } from '../../../ui/picker.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'
import { Waivers } from './waivers.tsx'

type Scope = AnswerOf<'GET /manage/integrations/{integration_id}/scope'>

const useScope = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const scope = useQuery({
    queryKey: keyOf(integrationId, 'scope'),
    queryFn: () => call('GET /manage/integrations/{integration_id}/scope', { path }),
  })
  const configs = useQuery({ queryKey: ['scope-configs', 'names'], queryFn: () => call('GET /manage/scope-configs') })
  return { scope, configs: configs.data?.results ?? [] }
}

type ChoiceProps = {
  readonly scope: Scope
  readonly configs: readonly { readonly id: string; readonly name: string }[]
}

/** Another scope may take away what is stored: so it is asked once more. */
const Choice = ({ scope, configs }: ChoiceProps) => {
  const t = useTranslations('dashboard.integration.settings.scope')
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const [wanted, setWanted] = useState<string>()
  const name = configs.find(({ id }) => id === wanted)?.name ?? ''
  const assign = async (): Promise<void> => {
    await call('PUT /manage/integrations/{integration_id}/scope', { path, body: { scope_config_id: wanted ?? '' } })
    await refresh()
  }
  return (
    <>
      <Picker
        label={t('choose')}
        options={configs}
        value={scope.scope_config.id}
        onChange={(id) => id !== scope.scope_config.id && setWanted(id)}
        placeholder={scope.scope_config.name}
        find={{ label: t('find'), nothing: t('nothing') }}
      />
      {wanted !== undefined && (
        <Confirm
          title={t('changeTitle', { name })}
          action={t('changeNow')}
          isDangerous
          typed={name}
          onConfirm={assign}
          onClose={() => setWanted(undefined)}
        >
          <p>{t('changeText')}</p>
        </Confirm>
      )}
    </>
  )
}

/** What of the customer's data may be stored. */
export const ScopeSection = () => {
  const t = useTranslations('dashboard.integration.settings.scope')
  const words = useTranslations('dashboard.parts')
  const format = useFormatter()
  const { scope, configs } = useScope()
  if (scope.error) return <FailureNotice error={scope.error} />
  if (!scope.data) return <Busy label={words('loading')} />
  const { opted_out } = scope.data
  return (
    <section className="panel" aria-labelledby="scope">
      <h2 id="scope">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      <Choice scope={scope.data} configs={configs} />
      <h3>{t('optedOut')}</h3>
      <p>{opted_out.length === 0 ? t('nothingOptedOut') : format.list(opted_out)}</p>
      <Waivers scope={scope.data} />
    </section>
  )
}
