import { useTranslations } from 'use-intl'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { withDecimal } from './source-edits.ts'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

/** Which sign stands before the fraction of a number. */
export const DecimalChoice = ({ field, at, source }: Props) => {
  const t = useTranslations('mapping.decimal')
  const { mapping, change } = useEditor()
  return (
    <Radios
      label={t('title')}
      options={[
        { id: '.', name: t('point') },
        { id: ',', name: t('comma') },
      ]}
      value={source.decimal ?? '.'}
      onChange={(sign) => change(withSourceAt(mapping, field, at, withDecimal(source, sign)))}
    />
  )
}
