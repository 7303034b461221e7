import { useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { AddWord } from './add-word.tsx'
import { Choice } from './choice.tsx'
import { useEditor } from './editor-context.ts'
import { withSourceAt } from './edits.ts'
import { withValues } from './source-edits.ts'
import { useWordCounts } from './use-words.ts'
import { WordLine, type WordPlace } from './word-line.tsx'
import { type WordRow, withWord, wordRows, wordsAsRead } from './word-rows.ts'

const manyWords = 60

type WordsProps = { readonly rows: readonly WordRow[]; readonly place: WordPlace }

/** Words that may come with a later file, and the way back to those that are known anyway. */
const OwnWords = ({ rows, place: { field, at, source } }: WordsProps) => {
  const t = useTranslations('mappingChoices.values')
  const { mapping, change } = useEditor()
  return (
    <div className="stack">
      <Choice label={t('addWord')}>
        <AddWord
          label={t('addWord')}
          taken={rows.map(({ value }) => value)}
          suggested={[]}
          onAdd={(word) => change(withSourceAt(mapping, field, at, withWord(source, rows, word, null)))}
        />
      </Choice>
      {source.values !== undefined && (
        <p className="row">
          <Button size="small" onPress={() => change(withSourceAt(mapping, field, at, withValues(source, undefined)))}>
            {t('reset')}
          </Button>
          <span className="muted">{t('resetHelp')}</span>
        </p>
      )}
    </div>
  )
}

const Words = ({ rows, distinct, place }: WordsProps & { readonly distinct: number }) => {
  const t = useTranslations('mapping.words')
  const unknown = rows.filter(({ meaning }) => meaning === undefined).length
  const inFile = rows.filter(({ count }) => count > 0)
  const shown = [...inFile.slice(0, manyWords), ...rows.filter(({ count }) => count === 0)]
  return (
    <>
      {unknown > 0 && <Notice kind="warn">{t('unknown', { count: unknown })}</Notice>}
      {distinct > manyWords && <Notice kind="info">{t('tooMany', { count: String(distinct) })}</Notice>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
      <section className="table-frame" aria-label={t('title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('word')}</th>
              <th scope="col" className="number">
                {t('rows')}
              </th>
              <th scope="col">{t('becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <WordLine key={row.value} row={row} rows={rows} place={place} />
            ))}
          </tbody>
        </table>
      </section>
      <OwnWords rows={rows} place={place} />
    </>
  )
}

/** Every word of a column with the number of its rows, and what it becomes. */
export const WordTable = (place: WordPlace) => {
  const t = useTranslations('mapping.words')
  const { field, type, source } = place
  const { data, error } = useWordCounts(source.column)
  const [counts] = data?.columns ?? []
  if (error) return <FailureNotice error={error} />
  if (!counts) return <Busy label={t('counting')} />
  if (counts.masked) return <p className="muted">{t('hidden')}</p>
  const words = wordsAsRead(source, counts.values)
  return <Words rows={wordRows(field, type, source, words)} distinct={counts.distinct} place={place} />
}
