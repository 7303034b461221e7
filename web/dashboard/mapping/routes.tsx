import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { integrationRoute } from '../integration/route.tsx'

const to = '/integrations/$integrationId/mapping/$dataset'

const mappingRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/mapping',
  beforeLoad: ({ params }) => {
    throw redirect({ to, params: { ...params, dataset: 'employees' }, replace: true })
  },
})

/** The editor of the mapping of one dataset. */
const editorRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/mapping/$dataset',
  beforeLoad: ({ params }) => {
    if (!v.is(DatasetSchema, params.dataset)) throw redirect({ to, params: { ...params, dataset: 'employees' } })
  },
  component: lazyRouteComponent(() => import('./mapping-page.tsx'), 'MappingPage'),
})

const number = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined)
const VersionsSearchSchema = v.object({ version: number, against: number })

/** Its versions; the one that is looked at, and the one that it is compared with. */
const versionsRoute = createRoute({
  getParentRoute: () => integrationRoute,
  path: '/mapping/$dataset/versions',
  validateSearch: (search): { readonly version?: number; readonly against?: number } => {
    const { version, against } = v.parse(VersionsSearchSchema, search)
    return { ...(version === undefined ? {} : { version }), ...(against === undefined ? {} : { against }) }
  },
  beforeLoad: ({ params }) => {
    if (!v.is(DatasetSchema, params.dataset)) throw redirect({ to, params: { ...params, dataset: 'employees' } })
  },
  component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
})

export const mappingRoutes = [mappingRoute, editorRoute, versionsRoute] as const
