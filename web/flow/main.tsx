import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { paint } from '../ui/brand.ts'
import { App } from './app.tsx'
import { pageSettings } from './page-settings.ts'
import { isEmbedded } from './parent.ts'

const client = new QueryClient({
  defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true, staleTime: 1_000 } },
})

document.documentElement.dataset.place = isEmbedded ? 'frame' : 'page'
paint(pageSettings.branding.color, document.documentElement)

const root = document.getElementById('app')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  )
