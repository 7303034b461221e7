import { useMessages } from 'use-intl'
import { spelled } from '../messages/spelled.ts'

/** Names for datasets and fields, which the server calls by an id. */
export const useDataWords = () => {
  const { datasets, fields } = useMessages()
  const field = (dataset: string, name: string): string => {
    const [thing = name, ...part] = name.split('.')
    const words = fields[dataset]?.[thing] ?? spelled(thing)
    return part.length === 0 || part.join() === 'remote_id' ? words : `${words}: ${spelled(part.join(' '))}`
  }
  return { field, dataset: (dataset: string): string => datasets[dataset] ?? spelled(dataset) }
}
