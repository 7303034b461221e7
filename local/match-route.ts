import { type GatewayPath, gatewayPaths } from '#core/deployment/gateway.ts'

export type MatchedRoute = {
  readonly function: GatewayPath['function']
  readonly method: string
  /** The path as the gateway knows it. */
  readonly template: string
  /** The path as it was sent. */
  readonly path: string
  /** Path parameters as they were sent. */
  readonly parameters: Readonly<Record<string, string>>
}

/** `{proxy+}` takes the rest of the path, slashes included; `{name}` one part of it. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template.replaceAll('.', '\\.').replace(/\{(\w+)(\+?)\}/g, (_, name, greedy) => `(?<${name}>${greedy ? '.+' : '[^/]+'})`)}$`,
  )

const paths = gatewayPaths.map((each) => ({ ...each, pattern: patternOf(each.path) }))

/** The path that API Gateway would choose. */
export const matchRoute = (method = '', path: string): MatchedRoute | undefined => {
  const found = paths.find((each) => (each.method === 'ANY' || each.method === method) && each.pattern.test(path))
  if (found === undefined) return undefined
  const parameters = { ...found.pattern.exec(path)?.groups }
  return { function: found.function, method, template: found.path, path, parameters }
}
