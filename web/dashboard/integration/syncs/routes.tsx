import { createRoute } from '@tanstack/react-router'
import { integrationRoute } from '../route.tsx'
import { SyncPage } from './sync-page.tsx'
import { SyncSearchSchema } from './sync-search.ts'
import { SyncsPage } from './syncs-page.tsx'

const syncsRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/syncs', component: SyncsPage })

const syncRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/syncs/$syncId',
  validateSearch: SyncSearchSchema,
  component: SyncPage,
})

export const syncRoutes = [syncsRoute, syncRoute] as const
