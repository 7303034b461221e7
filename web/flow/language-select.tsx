import { useContext } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { LanguageSchema, languageNames } from '../messages/languages.ts'
import { Select } from '../ui/select.tsx'
import { LanguageContext } from './language.tsx'

/** For the colleague to whom the page is shown. */
export const LanguageSelect = () => {
  const t = useTranslations('shell')
  const { language, choose } = useContext(LanguageContext)
  const options = LanguageSchema.options.map((id) => ({ id, name: languageNames[id], lang: id }))
  return (
    <Select
      label={t('language')}
      options={options}
      value={language}
      onChange={(value) => {
        const known = v.safeParse(LanguageSchema, value)
        if (known.success) choose(known.output)
      }}
    />
  )
}
