import { useTranslations } from 'use-intl'
import { failureOf } from '../api/failure.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useManage } from './manage.ts'

type Props = { readonly error: Error; readonly onRetry?: () => void }
type Kind = 'unreachable' | 'busy' | 'missing' | 'adminsOnly' | 'session'

const kinds: Readonly<Record<string, Kind>> = {
  UNREACHABLE: 'unreachable',
  SIGNED_OUT: 'session',
  'PLATFORM.RATE_LIMIT_EXCEEDED': 'busy',
  'PLATFORM.INTEGRATION_NOT_FOUND': 'missing',
}

const kindOf = (error: Error): Kind | undefined => {
  const { code, status } = failureOf(error)
  if (code !== 'PLATFORM.AUTHENTICATION_INVALID') return kinds[code]
  return status === 403 ? 'adminsOnly' : 'session'
}

/** What went wrong with a request, and what to do. */
export const FailureNotice = ({ error, onRetry }: Props) => {
  const t = useTranslations('dashboard.shell')
  const { session } = useManage()
  const { code, message } = failureOf(error)
  const kind = kindOf(error)
  const refusal = code === 'PLATFORM.INPUT_INVALID' ? t('failures.refused', { message }) : t('failures.unknown')
  return (
    <Notice kind="bad">
      <p>{kind ? t(`failures.${kind}`) : refusal}</p>
      {kind === 'session' && <Button onPress={() => session.signInAgain()}>{t('signIn.again')}</Button>}
      {kind !== 'session' && onRetry && <Button onPress={onRetry}>{t('retry')}</Button>}
    </Notice>
  )
}
