import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { SuggestedWord } from './add-word.tsx'
import { areThere, useEditor } from './editor-context.ts'
import { joinsOf } from './join-edits.ts'

/** The words of a column, each with its number of rows, read as the mapping says or another one; of `undefined` none. */
export const useWordCounts = (column: string | undefined, as?: Mapping) => {
  const editor = useEditor()
  const { client } = editor
  const mapping = as ?? editor.mapping
  const { dialect } = mapping
  const columns = column === undefined ? [] : [column]
  return useQuery({
    queryKey: [...client.key, 'words', column, joinsOf(mapping), dialect],
    queryFn: () => client.countValues(columns, mapping),
    enabled: columns.length > 0 && areThere(editor, columns),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const mostSuggested = 60

/** The words of a column to choose from; none where they are hidden. */
export const useSuggestedWords = (column: string | undefined, as?: Mapping): readonly SuggestedWord[] => {
  const t = useTranslations('mappingChoices.words')
  const format = useFormatter()
  const { data } = useWordCounts(column, as)
  const values = data?.columns[0]?.values ?? []
  return values
    .slice(0, mostSuggested)
    .map(({ value, count }) => ({ word: value, hint: t('rows', { rows: format.number(count), count }) }))
}
