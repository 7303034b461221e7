import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Outside } from './outside.tsx'

/** Where no issuer is set: for whoever deploys. */
export const NoSignIn = () => {
  const t = useTranslations('dashboard.shell.signIn')
  return (
    <Outside title={t('offTitle')}>
      <p>{t('off')}</p>
    </Outside>
  )
}

export const UnreachableSignIn = () => {
  const t = useTranslations('dashboard.shell')
  return (
    <Outside title={t('signIn.unreachableTitle')}>
      <p>{t('signIn.unreachable')}</p>
      <Button kind="primary" onPress={() => window.location.reload()}>
        {t('retry')}
      </Button>
    </Outside>
  )
}
