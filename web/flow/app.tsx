import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { browserLanguage, type Language } from '../messages/languages.ts'
import { Card } from './card.tsx'
import { Flow } from './flow.tsx'
import { LanguageContext, WithTexts } from './language.tsx'
import { openLink } from './link.ts'
import { LinkProblem } from './link-problem.tsx'
import { Opening } from './opening.tsx'

/** The page: opens its link, in the language of the link unless another one is chosen. */
export const App = () => {
  const link = useQuery({ queryKey: ['link'], queryFn: openLink, staleTime: Number.POSITIVE_INFINITY, retry: 0 })
  const [chosen, choose] = useState<Language>()
  const language = chosen ?? link.data?.language ?? browserLanguage(navigator.languages)
  return (
    <LanguageContext value={{ language, choose }}>
      <WithTexts language={language}>
        {link.data ? (
          <Flow link={link.data} />
        ) : (
          <Card>{link.error ? <LinkProblem error={link.error} onRetry={() => link.refetch()} /> : <Opening />}</Card>
        )}
      </WithTexts>
    </LanguageContext>
  )
}
