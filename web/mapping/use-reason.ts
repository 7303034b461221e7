import { useTranslations } from 'use-intl'
import { customFieldKeyOf, typeOfTarget } from '#core/mapping/added-fields.ts'
import { isoFormat } from './date-formats.ts'
import { columnNamed, useEditor } from './editor-context.ts'
import { isColumn, sourcesOf } from './edits.ts'
import { useProposal } from './proposal-badge.tsx'

/** Why the column of a field was proposed, as far as the kind of the field says it; `undefined` where somebody chose it. */
export const useReason = (field: string): string | undefined => {
  const t = useTranslations('mapping.reasons')
  const { file, mapping } = useEditor()
  const proposal = useProposal(field)
  const [first] = sourcesOf(mapping, field)
  if (!proposal || !first || !isColumn(first)) return undefined
  if (customFieldKeyOf(field) !== undefined) return t('own')
  if (columnNamed(file, first.column)?.examples.length === 0) return t('name')
  switch (typeOfTarget(mapping.dataset, field)?.kind) {
    case 'date':
    case 'datetime':
      return t('dates', { format: first.dateFormat ?? isoFormat })
    case 'number':
      return t('numbers')
    case 'email':
      return t('emails')
    case 'open':
    case 'closed':
      return t('words')
    case 'boolean':
    case 'time':
      return t('values')
    default:
      return t('name')
  }
}
