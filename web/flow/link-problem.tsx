import { useTranslations } from 'use-intl'
import { failureOf } from '../api/failure.ts'
import { Button } from '../ui/button.tsx'

type Props = { readonly error: Error; readonly onRetry: () => void }

const kinds: Readonly<Record<string, 'unknown' | 'expired' | 'finished' | 'noToken'>> = {
  'FLOW.LINK_UNKNOWN': 'unknown',
  'FLOW.LINK_EXPIRED': 'expired',
  'FLOW.LINK_FINISHED': 'finished',
  'FLOW.SESSION_ENDED': 'expired',
  NO_TOKEN: 'noToken',
}

/** Why the link does not open, and what to do. */
export const LinkProblem = ({ error, onRetry }: Props) => {
  const t = useTranslations('shell')
  const kind = kinds[failureOf(error).code] ?? 'broken'
  return (
    <main className="message">
      <h1>{t(`problems.${kind}Title`)}</h1>
      <p>{t(`problems.${kind}`)}</p>
      <p>{t(`problems.${kind}Help`)}</p>
      {kind === 'broken' && <Button onPress={onRetry}>{t('retry')}</Button>}
    </main>
  )
}
