import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { browserLanguage, type Language } from '../messages/languages.ts'
import type { LinkAnswer } from './api.ts'
import { Card } from './card.tsx'
import { Flow } from './flow.tsx'
import { LanguageContext, WithTexts } from './language.tsx'
import { leadsToPage, openLink } from './link.ts'
import { LinkProblem } from './link-problem.tsx'
import { Opening } from './opening.tsx'

const CustomerPage = lazy(async () => ({ default: (await import('../page/customer-page.tsx')).CustomerPage }))

const Opened = ({ link }: { readonly link: UseQueryResult<LinkAnswer> }) => {
  const wait = (
    <Card>
      <Opening />
    </Card>
  )
  const { data, error, refetch } = link
  if (!data && !error) return wait
  if (leadsToPage(data))
    return (
      <Suspense fallback={wait}>
        <CustomerPage link={data} error={error} onRetry={() => refetch()} />
      </Suspense>
    )
  if (data) return <Flow link={data} />
  return (
    <Card>
      <LinkProblem error={error} onRetry={() => refetch()} />
    </Card>
  )
}

/** The page: opens its link, in the language of the link unless another one is chosen. */
export const App = () => {
  const link = useQuery({ queryKey: ['link'], queryFn: openLink, staleTime: Number.POSITIVE_INFINITY, retry: 0 })
  const [chosen, choose] = useState<Language>()
  const language = chosen ?? link.data?.language ?? browserLanguage(navigator.languages)
  return (
    <LanguageContext value={{ language, choose }}>
      <WithTexts language={language}>
        <Opened link={link} />
      </WithTexts>
    </LanguageContext>
  )
}
