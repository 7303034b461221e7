import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ComponentProps, createContext, type ReactNode, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import { IntlProvider } from 'use-intl'
import type { Language } from '../messages/languages.ts'

type LanguageChoice = { readonly language: Language; readonly choose: (language: Language) => void }

export const LanguageContext = createContext<LanguageChoice>({ language: 'en', choose: () => undefined })

type Loaded = NonNullable<ComponentProps<typeof IntlProvider>['messages']>
type Props = {
  readonly language: Language
  /** The words of the document in each language. */
  readonly load: Readonly<Record<Language, () => Promise<Loaded>>>
  readonly children: ReactNode
}

/** Shows nothing before there are words for it; the words of before stay until the new ones are there. */
export const WithTexts = ({ language, load, children }: Props) => {
  const texts = useQuery({
    queryKey: ['texts', language],
    queryFn: async () => ({ language, messages: await load[language]() }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
  const shown = texts.data?.language
  useEffect(() => {
    if (shown) document.documentElement.lang = shown
  }, [shown])
  if (!texts.data || !shown) return null
  return (
    <I18nProvider locale={shown}>
      <IntlProvider
        locale={shown}
        messages={texts.data.messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        {children}
      </IntlProvider>
    </I18nProvider>
  )
}
