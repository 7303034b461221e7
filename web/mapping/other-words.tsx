import { useTranslations } from 'use-intl'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { AddWord } from './add-word.tsx'
import { Choice } from './choice.tsx'
import { isReadable } from './constant-entry.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { withValues } from './source-edits.ts'
import { TextEntry } from './text-entry.tsx'
import { useSuggestedWords } from './use-words.ts'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

/** Cells that mean something else than they say, in fields that have no list of values. */
export const OtherWords = ({ field, at, source }: Props) => {
  const t = useTranslations('mappingChoices.values')
  const unreadable = useTranslations('mapping')('unreadableConstant')
  const { mapping, change } = useEditor()
  const suggested = useSuggestedWords(source.column)
  const type = typeOfTarget(mapping.dataset, field)
  const entries = Object.entries(source.values ?? {})
  const enter = (next: readonly (readonly [string, string | null])[]): void =>
    change(
      withSourceAt(mapping, field, at, withValues(source, next.length === 0 ? undefined : Object.fromEntries(next))),
    )
  return (
    <Choice label={t('title')} help={t('help')}>
      {entries.length > 0 && (
        <ul className="map-values">
          {entries.map(([word, value]) => (
            <li key={word}>
              <span className="map-word">{word}</span>
              <TextEntry
                label={t('becomes', { word })}
                isLabelHidden
                placeholder={t('nothing')}
                value={value ?? ''}
                problemWith={(text) => (isReadable(field, type, text.trim()) ? undefined : unreadable)}
                onEnter={(text) =>
                  enter(entries.map(([each, old]) => [each, each === word ? text.trim() || null : old]))
                }
              />
              <IconButton
                label={t('remove', { word })}
                onPress={() => enter(entries.filter(([each]) => each !== word))}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddWord
        label={t('title')}
        taken={entries.map(([word]) => word)}
        suggested={suggested}
        onAdd={(word) => enter([...entries, [word, null]])}
      />
    </Choice>
  )
}
