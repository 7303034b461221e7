import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { coverage } from '#core/api/coverage.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { ScopeConfig } from '../answers.ts'
import { useModelName } from '../use-model-name.ts'
import { pointsOf, type ScopeDraft, useScopeDraft } from './draft.ts'
import { ScopeMatrix } from './scope-matrix.tsx'

const route = getRouteApi('/environment/scope')

type Model = keyof typeof coverage
const isModel = (name: string): name is Model => Object.hasOwn(coverage, name)
const models = Object.keys(coverage).filter(isModel)

const ModelLinks = ({ scope, model }: { readonly scope: ScopeDraft; readonly model: Model }) => {
  const t = useTranslations('dashboard.environment.scope')
  const modelName = useModelName()
  const restricted = (each: Model) => pointsOf(each).filter((point) => scope.draft.settings[point] !== undefined).length
  return (
    <nav aria-label={t('models')} className="part-links">
      {models.map((each) => (
        <Link
          key={each}
          to="/environment/scope"
          search={({ config }) => ({ config, model: each })}
          className="part-link"
          aria-current={each === model ? 'true' : undefined}
        >
          {modelName(each)} {restricted(each) > 0 && <Badge kind="plain">{restricted(each)}</Badge>}
        </Link>
      ))}
    </nav>
  )
}

const useSave = (config: ScopeConfig, scope: ScopeDraft, onSaved: (id: string) => void) => {
  const { call } = useManage()
  const client = useQueryClient()
  return async () => {
    const { name, settings, required } = scope.draft
    const body = { name, settings, required: [...required] }
    const { id } =
      config.id === 'new'
        ? await call('POST /manage/scope-configs', { body })
        : await call('PUT /manage/scope-configs/{scope_config_id}', { path: { scope_config_id: config.id }, body })
    await client.invalidateQueries({ queryKey: ['scope-configs'] })
    onSaved(id)
  }
}

type Props = { readonly config: ScopeConfig; readonly onSaved: (id: string) => void }

/** One configuration, model by model. Nothing is changed before it is saved. */
export const ScopeEditor = ({ config, onSaved }: Props) => {
  const t = useTranslations('dashboard.environment.scope')
  const { model: wanted = '' } = route.useSearch()
  const model = isModel(wanted) ? wanted : 'hris_employees'
  const scope = useScopeDraft(config)
  const [isSaving, setSaving] = useState(false)
  const save = useSave(config, scope, onSaved)
  const mayBeSaved = scope.isChanged || config.id === 'new'
  return (
    <>
      <TextField label={t('name')} value={scope.draft.name} onChange={scope.rename} error={undefined} isRequired />
      <ModelLinks scope={scope} model={model} />
      <ScopeMatrix scope={scope} model={model} />
      <div className="row scope-actions">
        <Button kind="primary" isDisabled={!mayBeSaved} onPress={() => setSaving(true)}>
          {t('save')}
        </Button>
        <Button isDisabled={!scope.isChanged} onPress={scope.discard}>
          {t('discard')}
        </Button>
        <span className="muted">{scope.isChanged ? t('unsaved') : ''}</span>
      </div>
      {isSaving && (
        <Confirm title={t('saveTitle')} action={t('save')} onConfirm={save} onClose={() => setSaving(false)}>
          <p>{t('saveText', { count: config.integrations })}</p>
        </Confirm>
      )}
    </>
  )
}
