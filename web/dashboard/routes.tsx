import { dataRoutes } from './data/routes.tsx'
import { environmentRoutes } from './environment/routes.tsx'
import { integrationRoute } from './integration/route.tsx'
import { integrationRoutes } from './integration/routes.tsx'
import { integrationsRoutes } from './integrations/routes.tsx'
import { mappingRoutes } from './mapping/routes.tsx'
import { rootRoute } from './root.tsx'

/** Every address of the dashboard: the routes of each area are in its folder. */
export const routeTree = rootRoute.addChildren([
  ...integrationsRoutes,
  integrationRoute.addChildren([...integrationRoutes, ...dataRoutes, ...mappingRoutes]),
  ...environmentRoutes,
])
