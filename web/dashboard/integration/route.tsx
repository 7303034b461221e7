import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../root.tsx'
import { IntegrationFrame } from './frame.tsx'

/** Around everything about one integration; its parts are in the folders `integration`, `data` and `mapping`. */
export const integrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integrations/$integrationId',
  component: () => <IntegrationFrame integrationId={integrationRoute.useParams().integrationId} />,
})
