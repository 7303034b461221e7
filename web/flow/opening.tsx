import { useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'

export const Opening = () => {
  const t = useTranslations('shell')
  return (
    <main className="message">
      <Busy label={t('opening')} />
    </main>
  )
}

export const Loading = () => <Busy label={useTranslations('shell')('loading')} />
