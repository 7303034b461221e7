import { useTranslations } from 'use-intl'
import { Picker } from '../ui/picker.tsx'
import { TextEntry } from './text-entry.tsx'
import { useFind } from './use-find.ts'
import { tableKey } from './word-rows.ts'

export type SuggestedWord = { readonly word: string; readonly hint?: string }

type Props = {
  /** What the word is for. */
  readonly label: string
  readonly taken: readonly string[]
  /** What stands in the file. */
  readonly suggested: readonly SuggestedWord[]
  readonly onAdd: (word: string) => void
}

/** One more word: those that the file has can be chosen, any other typed. */
export const AddWord = ({ label, taken, suggested, onAdd }: Props) => {
  const t = useTranslations('mappingChoices.words')
  const find = useFind()
  const keys = new Set(taken.map(tableKey))
  const free = suggested.filter(({ word }) => word.trim() !== '' && !keys.has(tableKey(word)))
  return (
    <div className="map-words">
      {free.length > 0 && (
        <Picker
          label={`${label}: ${t('fromFile')}`}
          options={free.map(({ word, hint }) => ({ id: word, name: word, ...(hint === undefined ? {} : { hint }) }))}
          value={null}
          placeholder={t('fromFile')}
          find={find}
          onChange={onAdd}
        />
      )}
      <TextEntry
        label={`${label}: ${t('other')}`}
        isLabelHidden
        placeholder={t('other')}
        value=""
        problemWith={(text) => (keys.has(tableKey(text)) ? t('twice') : undefined)}
        onEnter={(text) => text.trim() !== '' && onAdd(text.trim())}
      />
    </div>
  )
}
