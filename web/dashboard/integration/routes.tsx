import { createRoute } from '@tanstack/react-router'
import { fileRoutes } from './files/routes.tsx'
import { HeldPage } from './held/held-page.tsx'
import { Overview } from './overview/overview.tsx'
import { IdentityPage } from './people/identity-page.tsx'
import { RightsPage } from './people/rights-page.tsx'
import { integrationRoute } from './route.tsx'
import { settingsRoute } from './settings/routes.tsx'
import { syncRoutes } from './syncs/routes.tsx'

const overviewRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/', component: Overview })
const heldRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/held', component: HeldPage })
const identityRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/identity',
  component: IdentityPage,
})
const rightsRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/rights', component: RightsPage })

export const integrationRoutes = [
  overviewRoute,
  ...fileRoutes,
  ...syncRoutes,
  heldRoute,
  identityRoute,
  rightsRoute,
  settingsRoute,
] as const
