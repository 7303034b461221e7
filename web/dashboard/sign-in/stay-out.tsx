import { useTranslations } from 'use-intl'
import { failureOf } from '../../api/failure.ts'
import { Button } from '../../ui/button.tsx'
import { Outside } from './outside.tsx'
import type { Session } from './session.ts'

type Props = { readonly session: Session; readonly error: Error; readonly onRetry: () => void }

/** Somebody whom the issuer knows and this environment does not. */
export const StayOut = ({ session, error, onRetry }: Props) => {
  const t = useTranslations('dashboard.shell')
  const { email } = session
  return (
    <Outside title={t('signIn.strangerTitle')}>
      <p>{t('signIn.stranger', { email })}</p>
      <p>{t('signIn.strangerHelp', { email })}</p>
      <p className="muted">{t('signIn.serverSaid', { message: failureOf(error).message })}</p>
      <div className="actions-row">
        <Button kind="primary" onPress={onRetry}>
          {t('retry')}
        </Button>
        <Button onPress={() => session.signOut()}>{t('signIn.other')}</Button>
      </div>
    </Outside>
  )
}
