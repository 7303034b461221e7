import { useTranslations } from 'use-intl'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { keeps, withKept } from './mode-edits.ts'

/** What an empty cell in a file of changes says of a field. */
export const KeepChoice = ({ field }: { readonly field: string }) => {
  const t = useTranslations('mappingChoices.keep')
  const { mapping, change } = useEditor()
  return (
    <Radios
      label={t('title')}
      options={[
        { id: 'clears', name: t('clears') },
        { id: 'keeps', name: t('keeps'), hint: t('help') },
      ]}
      value={keeps(mapping, field) ? 'keeps' : 'clears'}
      onChange={(id) => change(withKept(mapping, field, id === 'keeps'))}
    />
  )
}
