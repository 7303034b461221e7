import { useMessages } from 'use-intl'
import { spelled } from '../messages/spelled.ts'
import type { ChecklistRow } from './data-points/checklist.ts'

/** Names for what the server calls by an id. */
export const useWords = () => {
  const { datasets, fields } = useMessages()
  const field = (dataset: string, name: string): string => {
    const [thing = name, ...part] = name.split('.')
    const words = fields[dataset]?.[thing] ?? spelled(thing)
    return part.length === 0 || part.join() === 'remote_id' ? words : `${words}: ${spelled(part.join(' '))}`
  }
  return {
    field,
    dataset: (dataset: string): string => datasets[dataset] ?? spelled(dataset),
    row: (dataset: string, { id, columns }: ChecklistRow): string =>
      fields[dataset]?.[id] ?? spelled(columns[0]?.name ?? id),
  }
}
