import { useTranslations } from 'use-intl'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { withPart } from './source-edits.ts'
import { TextEntry } from './text-entry.tsx'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

const usualSeparator = '#'

/** Whether all of a cell counts, or one half of `124#CEO`. */
export const PartChoice = ({ field, at, source }: Props) => {
  const t = useTranslations('mappingChoices.part')
  const { mapping, change } = useEditor()
  const { part } = source
  const separator = part?.separator ?? usualSeparator
  const choose = (next: ColumnSource['part']): void => change(withSourceAt(mapping, field, at, withPart(source, next)))
  return (
    <>
      <Radios
        label={t('title')}
        options={[
          { id: 'all', name: t('all') },
          { id: 'code', name: t('code', { separator }) },
          { id: 'label', name: t('label', { separator }) },
        ]}
        value={part?.take ?? 'all'}
        onChange={(take) => choose(take === 'code' || take === 'label' ? { separator, take } : undefined)}
      />
      {part && (
        <TextEntry
          label={t('separator')}
          help={t('separatorHelp')}
          value={part.separator}
          problemWith={(text) => (text === '' ? t('separatorMissing') : undefined)}
          onEnter={(text) => choose({ ...part, separator: text })}
        />
      )}
    </>
  )
}
