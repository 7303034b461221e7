import { useTranslations } from 'use-intl'
import type { SignInSettings } from '#core/deployment/page-bundle.ts'
import { Button } from '../../ui/button.tsx'
import { Outside } from './outside.tsx'
import { signInAnew } from './session.ts'

type Issuer = Extract<SignInSettings, { kind: 'on' }>

/** After signing out, or when signing in failed. */
export const SignInPage = ({
  issuer,
  because,
}: {
  readonly issuer: Issuer
  readonly because: 'signed-out' | 'failed'
}) => {
  const t = useTranslations('dashboard.shell.signIn')
  const isSignedOut = because === 'signed-out'
  return (
    <Outside title={t(isSignedOut ? 'signedOutTitle' : 'failedTitle')}>
      <p>{t(isSignedOut ? 'signedOut' : 'failed')}</p>
      <Button kind="primary" onPress={() => signInAnew(issuer)}>
        {t('again')}
      </Button>
    </Outside>
  )
}
