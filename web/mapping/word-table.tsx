import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { FieldType } from '#core/mapping/fields.ts'
import { Busy } from '../ui/busy.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Picker } from '../ui/picker.tsx'
import { areThere, useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { joinsOf } from './join-edits.ts'
import { useUnified } from './unified-values.ts'
import { useFind } from './use-find.ts'
import { type WordRow, withWord, wordRows } from './word-rows.ts'

type WordType = Extract<FieldType, { readonly values: readonly string[] }>
type Place = { readonly field: string; readonly at: number; readonly source: ColumnSource; readonly type: WordType }

const unknownId = 'not known'
const nothingId = 'nothing'
const manyWords = 60

const useWordCounts = (column: string) => {
  const editor = useEditor()
  const { client, mapping } = editor
  const { dialect } = mapping
  return useQuery({
    queryKey: [...client.key, 'words', column, joinsOf(mapping), dialect],
    queryFn: () => client.countValues([column], mapping),
    enabled: areThere(editor, [column]),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const meaningId = ({ meaning }: WordRow): string => (meaning === undefined ? unknownId : (meaning ?? nothingId))

const WordLine = ({
  row,
  rows,
  place,
}: {
  readonly row: WordRow
  readonly rows: readonly WordRow[]
  readonly place: Place
}) => {
  const t = useTranslations('mapping.words')
  const format = useFormatter()
  const find = useFind()
  const unified = useUnified()
  const { mapping, change } = useEditor()
  const { field, at, source, type } = place
  const options = [
    { id: unknownId, name: t(type.kind === 'open' ? 'unknownOpen' : 'unknownClosed') },
    { id: nothingId, name: t('nothing') },
    ...type.values.map((id) => ({ id, name: unified(id) })),
  ]
  const choose = (id: string): void => {
    const meaning = id === unknownId ? undefined : id === nothingId ? null : id
    change(withSourceAt(mapping, field, at, withWord(source, rows, row.value, meaning)))
  }
  return (
    <tr>
      <th scope="row">{row.value}</th>
      <td className="number">{format.number(row.count)}</td>
      <td>
        <Picker
          label={t('meaning', { word: row.value })}
          options={options}
          value={meaningId(row)}
          placeholder={t('nothing')}
          find={find}
          isInvalid={row.meaning === undefined}
          onChange={choose}
        />
      </td>
    </tr>
  )
}

const Words = ({
  rows,
  distinct,
  place,
}: {
  readonly rows: readonly WordRow[]
  readonly distinct: number
  readonly place: Place
}) => {
  const t = useTranslations('mapping.words')
  const unknown = rows.filter(({ meaning }) => meaning === undefined).length
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
            {rows.slice(0, manyWords).map((row) => (
              <WordLine key={row.value} row={row} rows={rows} place={place} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** Every word of a column with the number of its rows, and what it becomes. */
export const WordTable = (place: Place) => {
  const t = useTranslations('mapping.words')
  const { field, type, source } = place
  const { data, error } = useWordCounts(source.column)
  const [counts] = data?.columns ?? []
  if (error) return <FailureNotice error={error} />
  if (!counts) return <Busy label={t('counting')} />
  if (counts.masked) return <p className="muted">{t('hidden')}</p>
  return <Words rows={wordRows(field, type, source, counts.values)} distinct={counts.distinct} place={place} />
}
