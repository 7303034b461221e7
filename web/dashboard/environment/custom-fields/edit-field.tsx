import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { addedFieldModels } from '#core/mapping/added-fields.ts'
import { Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { CustomField } from '../answers.ts'
import { linesOf } from '../lines.ts'
import { useModelName } from '../use-model-name.ts'
import { RemoveField } from './remove-field.tsx'

type Props = { readonly field: CustomField | undefined; readonly onClose: () => void }

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const useForm = (field: CustomField | undefined) => {
  const [key, setKey] = useState('')
  const [model, setModel] = useState<string>('hris_employees')
  const [label, setLabel] = useState(field?.label ?? '')
  const [description, setDescription] = useState(field?.description ?? '')
  const [aliases, setAliases] = useState((field?.aliases ?? []).join('\n'))
  return {
    values: { key, model, label, description, aliases },
    set: { setKey, setModel, setLabel, setDescription, setAliases },
    described: { label: orNull(label), description: orNull(description), aliases: [...linesOf(aliases)] },
  }
}

const Identity = ({ values, set }: Pick<ReturnType<typeof useForm>, 'values' | 'set'>) => {
  const t = useTranslations('dashboard.environment.customFields')
  const modelName = useModelName()
  const models = addedFieldModels.map((id) => ({ id, name: modelName(id) }))
  return (
    <>
      <TextField label={t('key')} value={values.key} onChange={set.setKey} error={undefined} isRequired />
      <p className="muted">{t('keyHint')}</p>
      <Radios label={t('model')} options={models} value={values.model} onChange={set.setModel} />
    </>
  )
}

/** Defines a custom field, or changes one: what it is for stays. */
export const EditField = ({ field, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.customFields')
  const { call } = useManage()
  const client = useQueryClient()
  const { values, set, described } = useForm(field)
  const [isRemoving, setRemoving] = useState(false)
  const save = async () => {
    const model = addedFieldModels.find((each) => each === values.model) ?? 'hris_employees'
    await (field
      ? call('PUT /manage/custom-fields/{custom_field_id}', { path: { custom_field_id: field.id }, body: described })
      : call('POST /manage/custom-fields', { body: { key: values.key.trim(), model, ...described } }))
    await client.invalidateQueries({ queryKey: ['custom-fields'] })
  }
  if (field && isRemoving) return <RemoveField field={field} onClose={onClose} />
  return (
    <Confirm title={field ? field.key : t('add')} action={t('save')} onConfirm={save} onClose={onClose}>
      {!field && <Identity values={values} set={set} />}
      <TextField label={t('label')} value={values.label} onChange={set.setLabel} error={undefined} />
      <TextField label={t('description')} value={values.description} onChange={set.setDescription} error={undefined} />
      <TextArea
        label={t('aliases')}
        description={t('aliasesHint')}
        value={values.aliases}
        onChange={set.setAliases}
        error={undefined}
      />
      <p className="muted">{t('syncHint')}</p>
      {field && (
        <div>
          <Button kind="quiet" onPress={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        </div>
      )}
    </Confirm>
  )
}
