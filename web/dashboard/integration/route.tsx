import { createRoute, Outlet } from '@tanstack/react-router'
import { rootRoute } from '../root.tsx'

/** Around everything about one integration; its parts are in the folders `integration`, `data` and `mapping`. */
export const integrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/$integrationId',
  component: Outlet,
})
