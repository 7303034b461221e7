import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { integrationRoute } from '../integration/route.tsx'
import { viewOf } from './models.ts'
import { readSearch } from './search.ts'

const dataRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/data',
  beforeLoad: ({ params }) => {
    throw redirect({
      to: '/integrations/$integrationId/data/$list',
      params: { ...params, list: 'employees' },
      replace: true,
    })
  },
})

/** The records of a model; beside them the one that is open. */
const listRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/data/$list',
  validateSearch: readSearch,
  beforeLoad: ({ params }) => {
    if (!viewOf(params.list))
      throw redirect({ to: '/integrations/$integrationId/data/$list', params: { ...params, list: 'employees' } })
  },
  component: lazyRouteComponent(() => import('./data-page.tsx'), 'DataPage'),
})

const recordRoute = createRoute({
  getParentRoute: () => listRoute,
  path: '/$recordId',
  component: lazyRouteComponent(() => import('./record-panel.tsx'), 'RecordPanel'),
})

export const dataRoutes = [dataRoute, listRoute.addChildren([recordRoute])] as const
