import { useTranslations } from 'use-intl'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { DateChoice } from './date-choice.tsx'
import { DecimalChoice } from './decimal-choice.tsx'
import { useEditor } from './editor-context.ts'
import { isColumn, sourcesOf } from './edits.ts'
import { useFieldWords } from './field-words.ts'
import { SourcePicker } from './source-picker.tsx'
import { useReason } from './use-reason.ts'
import { WordTable } from './word-table.tsx'

type Props = { readonly field: string }

/** How the cells of the columns are read: by what the field holds. */
const Reading = ({ field }: Props) => {
  const { mapping } = useEditor()
  const type = typeOfTarget(mapping.dataset, field)
  return sourcesOf(mapping, field).map((source, at) => {
    if (!isColumn(source) || !type) return null
    const place = { field, at, source }
    if (type.kind === 'date' || type.kind === 'datetime') return <DateChoice key={source.column} {...place} />
    if (type.kind === 'number') return <DecimalChoice key={source.column} {...place} />
    return 'values' in type ? <WordTable key={source.column} type={type} {...place} /> : null
  })
}

const Otherwise = ({ field }: Props) => {
  const t = useTranslations('mapping')
  const { mapping, ownFields } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const [first] = sourcesOf(mapping, field)
  if (!first || !isColumn(first)) return null
  return (
    <div className="stack">
      <p className="label">{t('otherwise')}</p>
      <SourcePicker field={field} at={1} label={`${words(field)}: ${t('otherwise')}`} nothing={t('otherwiseNothing')} />
    </div>
  )
}

/** Why a column was proposed, how it is read, and what counts where it is empty. */
export const FieldDetails = ({ field }: Props) => {
  const t = useTranslations('mapping')
  const reason = useReason(field)
  return (
    <div className="stack">
      {reason !== undefined && <p>{t('reason', { reason })}</p>}
      <Reading field={field} />
      <Otherwise field={field} />
    </div>
  )
}
