import { useMessages } from 'use-intl'
import { spelled } from '../messages/spelled.ts'
import { useDataWords } from '../ui/data-words.ts'
import type { ChecklistRow } from './data-points/checklist.ts'

/** Names for what the server calls by an id, and for what a file is to hold. */
export const useWords = () => {
  const { fields } = useMessages()
  const row = (dataset: string, { id, columns }: ChecklistRow): string =>
    fields[dataset]?.[id] ?? spelled(columns[0]?.name ?? id)
  return { ...useDataWords(), row }
}
