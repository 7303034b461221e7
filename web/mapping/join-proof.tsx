import { useTranslations } from 'use-intl'
import { IssueList } from '../ui/issue-list.tsx'
import { Notice } from '../ui/notice.tsx'
import type { JoinLook } from './client.ts'

type Part = JoinLook['parts'][number]

/** How many rows find their row in a file: whether the keys are the right ones is seen at once. */
export const JoinProof = ({ part, rows }: { readonly part: Part; readonly rows: number }) => {
  const t = useTranslations('mapping.joins')
  const { matched, without_key: without, repeated, file_name: file } = part
  if (matched === rows && repeated === 0) return <Notice kind="good">{t('allFound', { count: rows, file })}</Notice>
  return (
    <Notice kind={matched === 0 ? 'bad' : repeated > 0 ? 'warn' : 'info'}>
      <p>{t('found', { matched: String(matched), count: rows, file })}</p>
      {without > 0 && <p>{t('withoutKey', { count: without })}</p>}
      {repeated > 0 && <p>{t('repeated', { count: repeated })}</p>}
      {matched === 0 && <p>{t('wayOut')}</p>}
    </Notice>
  )
}

/** Why files cannot be joined. */
export const JoinTroubles = ({ look: { awaited, issues } }: { readonly look: JoinLook }) => {
  const t = useTranslations('mapping.joins')
  return (
    <>
      {awaited.length > 0 && <Notice kind="warn">{t('awaited', { files: awaited.join(', ') })}</Notice>}
      {issues.length > 0 && <IssueList issues={issues} />}
    </>
  )
}
