import { createRoute } from '@tanstack/react-router'
import { integrationRoute } from '../integration/route.tsx'
import { Placeholder } from '../placeholder.tsx'

const mappingRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/mapping',
  component: () => <Placeholder area="mapping" />,
})

export const mappingRoutes = [mappingRoute] as const
