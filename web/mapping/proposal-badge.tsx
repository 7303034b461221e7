import { useFormatter, useTranslations } from 'use-intl'
import { Confidence } from '../ui/confidence.tsx'
import { useEditor } from './editor-context.ts'
import { isColumn, sourcesOf } from './edits.ts'

/** The proposal that a field is still filled by; `undefined` where somebody chose another column. */
export const useProposal = (field: string) => {
  const { file, mapping } = useEditor()
  const [first] = sourcesOf(mapping, field)
  const column = first && isColumn(first) ? first.column : undefined
  return file.proposals.find((proposal) => proposal.field === field && proposal.column === column)
}

/** How sure the proposal is. */
export const ProposalBadge = ({ field }: { readonly field: string }) => {
  const t = useTranslations('mapping')
  const format = useFormatter()
  const { mapping } = useEditor()
  const proposal = useProposal(field)
  if (sourcesOf(mapping, field).length === 0) return null
  if (!proposal) return <span className="badge">{t('own')}</span>
  const percent = format.number(proposal.confidence, { style: 'percent' })
  return <Confidence value={proposal.confidence}>{t('sure', { percent })}</Confidence>
}
