import { useTranslations } from 'use-intl'
import { useWords } from '../words.ts'
import type { ChecklistFile } from './checklist.ts'

/** The list of a file's columns as text, for a mail or a ticket. */
export const useChecklistText = () => {
  const t = useTranslations('dataPoints.list')
  const words = useWords()
  return (file: ChecklistFile): string => {
    const rows = file.rows.filter(({ isLeftOut }) => !isLeftOut)
    const lines = rows.map((row) => {
      const columns = row.columns.map(({ name }) => name).join(', ')
      return `- ${columns}: ${words.row(file.dataset, row)}${row.isRequired ? ` ${t('required')}` : ''}`
    })
    return [t('heading', { file: file.fileName }), ...lines, ''].join('\n')
  }
}
