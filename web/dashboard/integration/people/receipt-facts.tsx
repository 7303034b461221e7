import { useFormatter, useTranslations } from 'use-intl'
import { Facts } from '../../../ui/facts.tsx'
import type { AnswerOf } from '../../call.ts'

export type Receipt = AnswerOf<'GET /manage/receipts'>['results'][number]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** What was taken away for good, by the numbers of its receipt, and until when copies remain. */
export const ReceiptFacts = ({ receipt }: { readonly receipt: Receipt }) => {
  const t = useTranslations('dashboard.integration.receipts')
  const format = useFormatter()
  const { id, removed, backups, ended_at: endedAt } = receipt
  const counts = {
    records: sum(Object.values(removed.records)),
    mentions: removed.mentions,
    files: removed.files.length,
    objects: removed.objects,
    documents: removed.documents,
  }
  const shown = (['records', 'mentions', 'files', 'objects', 'documents'] as const).filter((name) => counts[name] > 0)
  const day = (at: string): string => format.dateTime(new Date(at), { dateStyle: 'medium' })
  return (
    <Facts
      isCopied={false}
      facts={[
        { id: 'id', name: t('id'), value: id },
        ...(endedAt === null ? [] : [{ id: 'ended', name: t('ended'), value: day(endedAt) }]),
        ...shown.map((name) => ({ id: name, name: t(name), value: format.number(counts[name]) })),
        ...backups.map(({ what, until }) => ({ id: what, name: what, value: t('until', { day: day(until) }) })),
      ]}
    />
  )
}
