import { useTranslations } from 'use-intl'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { Switch } from '../ui/switch.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { KeepChoice } from './keep-choice.tsx'
import { keeps } from './mode-edits.ts'
import { MoreChoices } from './more-choices.tsx'
import { OtherWords } from './other-words.tsx'
import { PartChoice } from './part-choice.tsx'
import { saysMore, withEmptyWords, withOuterSpace } from './source-edits.ts'
import { useSuggestedWords } from './use-words.ts'
import { WordsEntry } from './words-entry.tsx'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

const EmptyWords = ({ field, at, source }: Props) => {
  const t = useTranslations('mappingChoices.empty')
  const { mapping, change } = useEditor()
  return (
    <WordsEntry
      label={t('title')}
      help={t('help')}
      words={source.empty ?? []}
      suggested={useSuggestedWords(source.column)}
      onChange={(words) => change(withSourceAt(mapping, field, at, withEmptyWords(source, words)))}
    />
  )
}

/** How the cells of a column are read where they hold more, or less, than the value. */
export const CellChoices = ({ field, at, source }: Props) => {
  const t = useTranslations('mappingChoices')
  const { mapping, change } = useEditor()
  const type = typeOfTarget(mapping.dataset, field)
  const isWordList = type !== undefined && ('values' in type || type.kind === 'boolean')
  return (
    <MoreChoices
      title={t('moreFor', { column: source.column })}
      isSaid={saysMore(source, isWordList) || (at === 0 && keeps(mapping, field))}
    >
      <EmptyWords field={field} at={at} source={source} />
      <PartChoice field={field} at={at} source={source} />
      {!isWordList && <OtherWords field={field} at={at} source={source} />}
      {type?.kind === 'text' && (
        <div>
          <Switch
            isSelected={source.trim === false}
            onChange={(isKept) => change(withSourceAt(mapping, field, at, withOuterSpace(source, isKept)))}
          >
            {t('space.title')}
          </Switch>
          <p className="muted">{t('space.help')}</p>
        </div>
      )}
      {at === 0 && <KeepChoice field={field} />}
    </MoreChoices>
  )
}
