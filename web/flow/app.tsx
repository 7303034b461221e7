import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { browserLanguage, type Language, loadTexts } from '../messages/languages.ts'
import { LanguageContext, WithTexts } from '../ui/language.tsx'
import type { LinkAnswer } from './api.ts'
import { Card } from './card.tsx'
import { Flow } from './flow.tsx'
import { leadsToPage, openLink } from './link.ts'
import { LinkProblem } from './link-problem.tsx'
import { Opening } from './opening.tsx'

const CustomerPage = lazy(async () => ({ default: (await import('../page/customer-page.tsx')).CustomerPage }))

type Props = { readonly link: LinkAnswer | undefined; readonly error: Error | null; readonly onRetry: () => void }

const Waiting = () => (
  <Card>
    <Opening />
  </Card>
)

const Opened = ({ link, error, onRetry }: Props) => {
  if (!link && !error) return <Waiting />
  if (leadsToPage(link))
    return (
      <Suspense fallback={<Waiting />}>
        <CustomerPage link={link} error={error} onRetry={onRetry} />
      </Suspense>
    )
  if (link) return <Flow link={link} />
  return <Card>{error && <LinkProblem error={error} onRetry={onRetry} />}</Card>
}

/** The page: opens its link, in the language of the link unless another one is chosen. */
export const App = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ['link'],
    queryFn: openLink,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 0,
  })
  const [chosen, choose] = useState<Language>()
  const language = chosen ?? data?.language ?? browserLanguage(navigator.languages)
  return (
    <LanguageContext value={{ language, choose }}>
      <WithTexts language={language} load={loadTexts}>
        <Opened link={data} error={error} onRetry={() => refetch()} />
      </WithTexts>
    </LanguageContext>
  )
}
