import { type Route, routes } from '#core/deployment/routes.ts'

export type MatchedRoute = {
  readonly function: Route['function']
  readonly method: string
  /** The route's path as it is declared. */
  readonly template: string
  /** The path as it was sent. */
  readonly path: string
  /** Path parameters as they were sent. */
  readonly parameters: Readonly<Record<string, string>>
}

const parameterName = (segment: string): string | undefined => /^\{(.+)\}$/.exec(segment)?.[1]

const parametersOf = (template: string, path: string): Record<string, string> | undefined => {
  const [wanted, sent] = [template.split('/'), path.split('/')]
  if (wanted.length !== sent.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const [name, value = ''] = [parameterName(segment), sent[index]]
    if (name === undefined && segment !== value) return undefined
    if (name !== undefined && value === '') return undefined
    if (name !== undefined) parameters[name] = value
  }
  return parameters
}

/** The route that API Gateway would choose: a spelled-out path before one with parameters. */
export const matchRoute = (method: string | undefined, path: string): MatchedRoute | undefined => {
  const matches = routes.flatMap((route) => {
    const parameters = route.method === method ? parametersOf(route.path, path) : undefined
    return parameters
      ? [{ function: route.function, method: route.method, template: route.path, path, parameters }]
      : []
  })
  return matches.sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length)[0]
}
