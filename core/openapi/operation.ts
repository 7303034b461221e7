import * as v from 'valibot'
import type { Description, ParametersSchema } from '#core/api/description.ts'
import type { Route } from '#core/deployment/routes.ts'
import { requestSchema } from './json-schema.ts'
import { refusals, success } from './responses.ts'

type Place = 'path' | 'query' | 'header'

type ParameterSchema = ParametersSchema['entries'][string]

const parameter = (place: Place, name: string, schema: ParameterSchema) => ({
  name,
  in: place,
  required: place === 'path' || (schema.type !== 'optional' && schema.type !== 'nullish'),
  schema: requestSchema(schema),
})

const pathParameters = (route: Route, { path }: Description) =>
  [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    parameter('path', name, path?.entries[name] ?? v.string()),
  )

const queryParameters = ({ query }: Description) =>
  Object.entries(query?.entries ?? {}).map(([name, schema]) => parameter('query', name, schema))

const integrationHeader = ({ integrationHeader: isWanted }: Description) =>
  isWanted ? [parameter('header', 'X-Integration-Id', v.string())] : []

/** Groups of the table of contents, by the beginning of a path. */
const tagOf = ({ path }: Route): string => {
  const [, area = '', subject = ''] = path.split('/')
  if (area === 'flow') return 'Connection flow'
  if (area === 'manage') return 'Management'
  return subject === 'hris' ? 'Records' : 'General'
}

const operationId = ({ method, path }: Route): string => `${method} ${path}`.replaceAll(/\W+/g, '_').replace(/_$/, '')

/** Whose codes an endpoint answers with. */
const familyOf = ({ path }: Route) => {
  if (path.startsWith('/flow/')) return 'flow'
  return path.startsWith('/v1/hris/') ? 'hris' : 'general'
}

/** An endpoint as OpenAPI states it. */
export const operationOf = (route: Route, description: Description) => {
  const family = familyOf(route)
  const { summary, deprecated, body } = description
  return {
    operationId: operationId(route),
    summary,
    tags: [tagOf(route)],
    ...(deprecated ? { deprecated } : {}),
    security: family === 'flow' ? [{ session: [] }] : [{ key: [] }],
    parameters: [
      ...integrationHeader(description),
      ...pathParameters(route, description),
      ...queryParameters(description),
    ],
    ...(body ? { requestBody: { content: { 'application/json': { schema: requestSchema(body) } } } } : {}),
    responses: { ...success(description), ...refusals(family) },
  }
}
