import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { rootRoute } from '../root.tsx'
import { ListSearchSchema } from './search.ts'

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/integrations', replace: true })
  },
})

const integrationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations',
  validateSearch: ListSearchSchema,
  component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListPage'),
})

const createLinkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/new',
  component: lazyRouteComponent(() => import('./create-link-page.tsx'), 'CreateLinkPage'),
})

export const integrationsRoutes = [startRoute, integrationsRoute, createLinkRoute] as const
