import '../ui/dashboard.css'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { pageSettings } from './page-settings.ts'
import { openSession } from './sign-in/session.ts'
import { DashboardTexts } from './texts.tsx'

/** Pages are live: what they show is asked for again while they are looked at. */
const liveMs = 5_000

const client = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true, refetchInterval: liveMs, staleTime: 1_000 } },
})

const { signIn } = pageSettings

const Opened = () => {
  const { data } = useQuery({
    queryKey: ['opening'],
    queryFn: () => (signIn.kind === 'on' ? openSession(signIn) : null),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
    retry: 0,
  })
  return <App opening={data ?? undefined} />
}

const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <DashboardTexts>
        <Opened />
      </DashboardTexts>
    </QueryClientProvider>,
  )
