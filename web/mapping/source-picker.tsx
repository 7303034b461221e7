import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Picker } from '../ui/picker.tsx'
import { columnLabel } from './column-label.ts'
import { columnOf, columnOptions, optionOf } from './column-options.ts'
import { columnSource } from './column-source.ts'
import { ConstantEntry } from './constant-entry.tsx'
import { columnNamed, useEditor } from './editor-context.ts'
import { isColumn, sourcesOf, withSourceAt } from './edits.ts'
import { useFind } from './use-find.ts'

type Props = {
  readonly field: string
  /** The place in the order of sources: the first that has something counts. */
  readonly at: number
  readonly label: string
  readonly nothing?: string
}

const nothingId = 'nothing'
const fixedId = 'fixed'

/** Where the value of a field comes from: a column, the same words for everybody, or nothing. */
export const SourcePicker = ({ field, at, label, nothing }: Props) => {
  const t = useTranslations('mapping')
  const find = useFind()
  const { file, mapping, change, missing } = useEditor()
  const source = sourcesOf(mapping, field)[at]
  const [isFixing, setFixing] = useState(false)
  const chosen = source ? (isColumn(source) ? optionOf(source.column) : fixedId) : nothingId
  const options = [
    { id: nothingId, name: nothing ?? t('nothing') },
    { id: fixedId, name: t('fixed') },
    ...columnOptions(file.columns, mapping),
  ]
  const choose = (id: string): void => {
    const column = columnNamed(file, columnOf(id) ?? '')
    setFixing(id === fixedId)
    if (column) change(withSourceAt(mapping, field, at, columnSource(mapping, field, column)))
    else if (id === nothingId && source) change(withSourceAt(mapping, field, at, undefined))
  }
  const constant = source && !isColumn(source) ? source.value : undefined
  return (
    <>
      <Picker
        label={label}
        options={options}
        value={isFixing ? fixedId : chosen}
        placeholder={source && isColumn(source) ? columnLabel(mapping, source.column) : t('nothing')}
        find={find}
        isInvalid={at === 0 && missing.includes(field)}
        onChange={choose}
      />
      {(isFixing || constant !== undefined) && (
        <ConstantEntry
          field={field}
          value={constant ?? ''}
          onEnter={(value) => {
            change(withSourceAt(mapping, field, at, value === '' ? undefined : { from: 'constant', value }))
            setFixing(false)
          }}
        />
      )}
    </>
  )
}
