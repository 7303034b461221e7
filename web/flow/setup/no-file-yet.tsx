import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { Notice } from '../../ui/notice.tsx'

/** A step that has nothing to choose from before the first file says what there is. */
export const NoFileYet = () => {
  const t = useTranslations('setup')
  return (
    <>
      <Busy label={t('waitingForFile')} />
      <Notice kind="info">{t('waitingHelp')}</Notice>
    </>
  )
}
