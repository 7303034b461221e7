import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { apiDescriptions } from '#core/api/api-descriptions.ts'
import type { Description } from '#core/api/description.ts'
import { Button } from '../../../ui/button.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { AuditSearch } from '../search.ts'

const route = getRouteApi('/environment/audit')

const descriptions: readonly Description[] = Object.values(apiDescriptions)
const actions = [...new Set(descriptions.flatMap(({ audit }) => audit ?? []))].toSorted()

const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

/** What the log is searched by. */
export const AuditFilters = ({ search }: { readonly search: AuditSearch }) => {
  const t = useTranslations('dashboard.environment.audit')
  const navigate = route.useNavigate()
  const [who, setWho] = useState(search.who ?? '')
  const [integration, setIntegration] = useState(search.integration ?? '')
  const [from, setFrom] = useState(search.from ?? '')
  const [to, setTo] = useState(search.to ?? '')
  const show = (wish: AuditSearch) => navigate({ search: wish })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    show({
      ...search,
      who: orNothing(who),
      integration: orNothing(integration),
      from: orNothing(from),
      to: orNothing(to),
    })
  }
  const options = [{ id: '', name: t('anyAction') }, ...actions.map((id) => ({ id, name: id }))]
  return (
    <form className="filters" onSubmit={submit} aria-label={t('filters')}>
      <TextField label={t('who')} value={who} onChange={setWho} error={undefined} />
      <div className="field">
        <span aria-hidden="true" className="label">
          {t('action')}
        </span>
        <Picker
          label={t('action')}
          options={options}
          value={search.action ?? ''}
          onChange={(action) => show({ ...search, action: orNothing(action) })}
          placeholder={t('anyAction')}
          find={{ label: t('findAction'), nothing: t('noAction') }}
        />
      </div>
      <TextField label={t('integration')} value={integration} onChange={setIntegration} error={undefined} />
      <TextField label={t('from')} type="date" value={from} onChange={setFrom} error={undefined} />
      <TextField label={t('to')} type="date" value={to} onChange={setTo} error={undefined} />
      <div className="row">
        <Button kind="primary" type="submit">
          {t('search')}
        </Button>
        <Button kind="quiet" onPress={() => show({})}>
          {t('clear')}
        </Button>
      </div>
    </form>
  )
}
