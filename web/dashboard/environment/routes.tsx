import { createRoute } from '@tanstack/react-router'
import { Placeholder } from '../placeholder.tsx'
import { rootRoute } from '../root.tsx'

const EnvironmentPage = () => <Placeholder area="environment" />

const healthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/health',
  component: EnvironmentPage,
})
const customFieldsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/custom-fields',
  component: EnvironmentPage,
})
const scopeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/scope',
  component: EnvironmentPage,
})
const webhooksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/webhooks',
  component: EnvironmentPage,
})
const apiKeysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/api-keys',
  component: EnvironmentPage,
})
const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/members',
  component: EnvironmentPage,
})
const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/audit',
  component: EnvironmentPage,
})
const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/environment/settings',
  component: EnvironmentPage,
})

export const environmentRoutes = [
  healthRoute,
  customFieldsRoute,
  scopeRoute,
  webhooksRoute,
  apiKeysRoute,
  membersRoute,
  auditRoute,
  settingsRoute,
] as const
