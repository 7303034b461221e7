import { createRoute } from '@tanstack/react-router'
import { integrationRoute } from '../integration/route.tsx'
import { Placeholder } from '../placeholder.tsx'

const dataRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/data',
  component: () => <Placeholder area="data" />,
})

export const dataRoutes = [dataRoute] as const
