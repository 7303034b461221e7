import { useFormatter, useTranslations } from 'use-intl'
import type { FieldType } from '#core/mapping/fields.ts'
import { Picker } from '../ui/picker.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { useUnified } from './unified-values.ts'
import { useFind } from './use-find.ts'
import { type WordRow, withWord } from './word-rows.ts'

/** A field that holds one of few values. */
export type WordType = Extract<FieldType, { readonly values: readonly string[] }> | { readonly kind: 'boolean' }

export type WordPlace = {
  readonly field: string
  readonly at: number
  readonly source: ColumnSource
  readonly type: WordType
}

const unknownId = 'not known'
const nothingId = 'nothing'

const meaningId = ({ meaning }: WordRow): string => (meaning === undefined ? unknownId : (meaning ?? nothingId))

/** What a word may become. */
const useMeanings = (type: WordType) => {
  const t = useTranslations('mapping.words')
  const choices = useTranslations('mappingChoices.values')
  const unified = useUnified()
  if (!('values' in type))
    return [
      { id: unknownId, name: choices('unknownRow') },
      { id: nothingId, name: t('nothing') },
      { id: 'true', name: choices('yes') },
      { id: 'false', name: choices('no') },
    ]
  return [
    { id: unknownId, name: t(type.kind === 'open' ? 'unknownOpen' : 'unknownClosed') },
    { id: nothingId, name: t('nothing') },
    ...type.values.map((id) => ({ id, name: unified(id) })),
  ]
}

type Props = { readonly row: WordRow; readonly rows: readonly WordRow[]; readonly place: WordPlace }

/** One word of a column, and what it becomes. */
export const WordLine = ({ row, rows, place: { field, at, source, type } }: Props) => {
  const t = useTranslations('mapping.words')
  const format = useFormatter()
  const find = useFind()
  const { mapping, change } = useEditor()
  const options = useMeanings(type)
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
