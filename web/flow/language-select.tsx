import { useContext } from 'react'
import { useTranslations } from 'use-intl'
import { LanguageContext } from '../ui/language.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'

/** For the colleague to whom the page is shown. */
export const LanguageSelect = () => {
  const t = useTranslations('shell')
  const { language, choose } = useContext(LanguageContext)
  return <LanguageChoice label={t('language')} value={language} onChange={choose} />
}
