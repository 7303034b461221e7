import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Outside } from './outside.tsx'

/** Signed in, but the server does not say who this is. */
export const Broken = ({ onRetry }: { readonly onRetry: () => void }) => {
  const t = useTranslations('dashboard.shell')
  return (
    <Outside title={t('failed.title')}>
      <p>{t('failures.unknown')}</p>
      <Button kind="primary" onPress={onRetry}>
        {t('retry')}
      </Button>
    </Outside>
  )
}
