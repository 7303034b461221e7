import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../root.tsx'
import { readAudit, readDelivery, readHealth, readOpen, readScope } from './search.ts'

const getParentRoute = () => rootRoute

const healthRoute = createRoute({
  getParentRoute,
  path: '/environment/health',
  validateSearch: readHealth,
  component: lazyRouteComponent(() => import('./health/health-page.tsx'), 'HealthPage'),
})

const customFieldsRoute = createRoute({
  getParentRoute,
  path: '/environment/custom-fields',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./custom-fields/custom-fields-page.tsx'), 'CustomFieldsPage'),
})

const scopeRoute = createRoute({
  getParentRoute,
  path: '/environment/scope',
  validateSearch: readScope,
  component: lazyRouteComponent(() => import('./scope/scope-page.tsx'), 'ScopePage'),
})

const webhooksRoute = createRoute({
  getParentRoute,
  path: '/environment/webhooks',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./webhooks/webhooks-page.tsx'), 'WebhooksPage'),
})

const webhookRoute = createRoute({
  getParentRoute,
  path: '/environment/webhooks/$webhookId',
  validateSearch: readDelivery,
  component: lazyRouteComponent(() => import('./webhooks/webhook-page.tsx'), 'WebhookPage'),
})

const apiKeysRoute = createRoute({
  getParentRoute,
  path: '/environment/api-keys',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
})

const membersRoute = createRoute({
  getParentRoute,
  path: '/environment/members',
  validateSearch: readOpen,
  component: lazyRouteComponent(() => import('./members/members-page.tsx'), 'MembersPage'),
})

const auditRoute = createRoute({
  getParentRoute,
  path: '/environment/audit',
  validateSearch: readAudit,
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const receiptsRoute = createRoute({
  getParentRoute,
  path: '/environment/receipts',
  component: lazyRouteComponent(() => import('./receipts/receipts-page.tsx'), 'ReceiptsPage'),
})

const settingsRoute = createRoute({
  getParentRoute,
  path: '/environment/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

export const environmentRoutes = [
  healthRoute,
  customFieldsRoute,
  scopeRoute,
  webhooksRoute,
  webhookRoute,
  apiKeysRoute,
  membersRoute,
  auditRoute,
  receiptsRoute,
  settingsRoute,
] as const
