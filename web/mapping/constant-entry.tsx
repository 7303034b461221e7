import { useState } from 'react'
import { FieldError, Input, TextField } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import type { FieldType } from '#core/mapping/fields.ts'
import { isFlaw } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'
import { Picker } from '../ui/picker.tsx'
import { useEditor } from './editor-context.ts'
import { useUnified } from './unified-values.ts'
import { useFind } from './use-find.ts'

type Props = { readonly field: string; readonly value: string; readonly onEnter: (value: string) => void }

/** Whether a field can hold a text. */
export const isReadable = (field: string, type: FieldType | undefined, text: string): boolean =>
  type === undefined || text === '' || !isFlaw(valueReader(field, type, {})(text))

/** A value that is the same for everybody: one of a list where the field has one. It counts when the field is left. */
export const ConstantEntry = ({ field, value, onEnter }: Props) => {
  const t = useTranslations('mapping')
  const find = useFind()
  const unified = useUnified()
  const { mapping } = useEditor()
  const type = typeOfTarget(mapping.dataset, field)
  const [text, setText] = useState(value)
  if (type && 'values' in type)
    return (
      <Picker
        label={t('value')}
        options={type.values.map((id) => ({ id, name: unified(id) }))}
        value={value === '' ? null : value}
        placeholder={t('value')}
        find={find}
        onChange={onEnter}
      />
    )
  const isValid = isReadable(field, type, text.trim())
  const enter = () => isValid && text.trim() !== value && onEnter(text.trim())
  return (
    <TextField
      className="field"
      aria-label={t('value')}
      value={text}
      onChange={setText}
      onBlur={enter}
      isInvalid={!isValid}
    >
      <Input className="input" onKeyDown={(event) => event.key === 'Enter' && enter()} />
      <FieldError className="error">{t('unreadableConstant')}</FieldError>
    </TextField>
  )
}
