import type { Route } from '#core/deployment/routes.ts'
import { apiDescriptions } from './api-descriptions.ts'
import type { Description, Descriptions } from './description.ts'
import { flowDescriptions } from './endpoints/flow.ts'

/** What every endpoint takes and answers. */
const descriptions: Descriptions = { ...apiDescriptions, ...flowDescriptions }

const byRoute = new Map<string, Description>(Object.entries(descriptions))

/** The description of a route, by its method and path; `undefined` for a route that does not speak the API. */
export const descriptionById = (route: string): Description | undefined => byRoute.get(route)

export const descriptionOf = ({ method, path }: Pick<Route, 'method' | 'path'>): Description | undefined =>
  descriptionById(`${method} ${path}`)
