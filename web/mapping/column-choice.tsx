import { useTranslations } from 'use-intl'
import { Picker } from '../ui/picker.tsx'
import { Choice } from './choice.tsx'
import type { FileColumn } from './client.ts'
import { columnLabel } from './column-label.ts'
import { columnOf, columnOptions, optionOf } from './column-options.ts'
import { useEditor } from './editor-context.ts'
import { TextEntry } from './text-entry.tsx'
import { useFind } from './use-find.ts'

type PickerProps = {
  readonly label: string
  /** None where the file has not come: then the name is typed. */
  readonly columns: readonly FileColumn[]
  readonly value: string
  readonly onChange: (column: string) => void
}

/** One column of a file. */
export const ColumnPicker = ({ label, columns, value, onChange }: PickerProps) => {
  const t = useTranslations('mappingChoices')
  const { mapping } = useEditor()
  const find = useFind()
  if (columns.length === 0)
    return (
      <TextEntry
        label={label}
        isLabelHidden
        value={value}
        problemWith={(text) => (text.trim() === '' ? t('columnMissing') : undefined)}
        onEnter={(text) => onChange(text.trim())}
      />
    )
  return (
    <Picker
      label={label}
      options={columnOptions(columns, mapping)}
      value={optionOf(value)}
      placeholder={columnLabel(mapping, value)}
      find={find}
      onChange={(id) => onChange(columnOf(id) ?? value)}
    />
  )
}

type ChoiceProps = {
  readonly label: string
  readonly help?: string
  readonly columns: readonly FileColumn[]
  readonly value: string | undefined
  /** What it is called that no column is chosen. */
  readonly none: string
  readonly onChange: (column: string | undefined) => void
}

const noneId = 'none'

/** One column of a file, or none. */
export const ColumnChoice = ({ label, help, columns, value, none, onChange }: ChoiceProps) => {
  const { mapping } = useEditor()
  const find = useFind()
  if (columns.length === 0)
    return (
      <TextEntry
        label={label}
        {...(help === undefined ? {} : { help })}
        value={value ?? ''}
        problemWith={() => undefined}
        onEnter={(text) => onChange(text.trim() === '' ? undefined : text.trim())}
      />
    )
  return (
    <Choice label={label} {...(help === undefined ? {} : { help })}>
      <Picker
        label={label}
        options={[{ id: noneId, name: none }, ...columnOptions(columns, mapping)]}
        value={value === undefined ? noneId : optionOf(value)}
        placeholder={value === undefined ? none : columnLabel(mapping, value)}
        find={find}
        onChange={(id) => onChange(columnOf(id))}
      />
    </Choice>
  )
}
