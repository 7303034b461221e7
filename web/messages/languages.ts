import type {} from 'use-intl'
import * as v from 'valibot'
import type { DashboardTexts, Texts } from './texts.ts'

export const LanguageSchema = v.picklist(['en', 'de', 'fr', 'it', 'es'])
export type Language = v.InferOutput<typeof LanguageSchema>

declare module 'use-intl' {
  // The library is told its types by an interface.
  interface AppConfig {
    Locale: Language
    Messages: Texts & DashboardTexts
  }
}

/** How each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  es: 'Español',
}

/** A page loads the language that it is shown in. */
export const loadTexts: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  es: async () => (await import('./es.ts')).es,
}

/** The words of the dashboard, which shows parts of the flows as well. */
export const loadDashboardTexts: Readonly<Record<Language, () => Promise<Texts & DashboardTexts>>> = {
  en: async () => ({ ...(await loadTexts.en()), ...(await import('./en/dashboard.ts')) }),
  de: async () => ({ ...(await loadTexts.de()), ...(await import('./de/dashboard.ts')) }),
  fr: async () => ({ ...(await loadTexts.fr()), ...(await import('./fr/dashboard.ts')) }),
  it: async () => ({ ...(await loadTexts.it()), ...(await import('./it/dashboard.ts')) }),
  es: async () => ({ ...(await loadTexts.es()), ...(await import('./es/dashboard.ts')) }),
}

/** The first of the browser's languages that there is. */
export const browserLanguage = (preferred: readonly string[]): Language => {
  const known = preferred.map((tag) => v.safeParse(LanguageSchema, tag.slice(0, 2))).find(({ success }) => success)
  return known?.success ? known.output : 'en'
}
