import { type ReactNode, useState } from 'react'
import * as v from 'valibot'
import { browserLanguage, type Language, LanguageSchema, loadDashboardTexts } from '../messages/languages.ts'
import { LanguageContext, WithTexts } from '../ui/language.tsx'

const keptUnder = 'rosterport-language'

const keptLanguage = (): Language => {
  const kept = v.safeParse(LanguageSchema, window.localStorage.getItem(keptUnder))
  return kept.success ? kept.output : browserLanguage(navigator.languages)
}

/** In the language of the browser, or the one that was chosen in it. */
export const DashboardTexts = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(keptLanguage)
  const choose = (chosen: Language): void => {
    window.localStorage.setItem(keptUnder, chosen)
    setLanguage(chosen)
  }
  return (
    <LanguageContext value={{ language, choose }}>
      <WithTexts language={language} load={loadDashboardTexts}>
        {children}
      </WithTexts>
    </LanguageContext>
  )
}
