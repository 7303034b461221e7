import { useTranslations } from 'use-intl'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { FormatChoice } from './format-choice.tsx'
import { withDateFormat } from './source-edits.ts'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

/** How the dates of the column of a field are written. */
export const DateChoice = ({ field, at, source }: Props) => {
  const t = useTranslations('mapping.date')
  const { mapping, change } = useEditor()
  return (
    <FormatChoice
      label={t('title')}
      column={source.column}
      value={source.dateFormat}
      onChange={(format) => change(withSourceAt(mapping, field, at, withDateFormat(source, format)))}
    />
  )
}
