import { createRoute, redirect } from '@tanstack/react-router'
import { Placeholder } from '../placeholder.tsx'
import { rootRoute } from '../root.tsx'

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
  component: () => <Placeholder area="integrations" />,
})

export const integrationsRoutes = [startRoute, integrationsRoute] as const
