import { type ErrorObject, Ajv2020 as Validator } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { routes } from '#core/deployment/routes.ts'
import { openApiDocument } from '#core/openapi/document.ts'
import type { HttpHandler } from '../../lambdas/runtime/http.ts'

const validator = new Validator({ allErrors: true, strict: false })
formats.default(validator)
validator.addSchema(openApiDocument(), 'openapi')

const pointer = (...path: readonly string[]): string =>
  path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')

const described = (errors: readonly ErrorObject[]): string =>
  errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`).join('; ')

type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly body: string }

/** What is wrong with an answer by the OpenAPI document; `undefined` when it is as promised. */
const problemOf = ({ method, route, status, body }: Answered): string | undefined => {
  const place = pointer('paths', route, method.toLowerCase(), 'responses', String(status))
  const schemaOf = (type: string) => validator.getSchema(`openapi#/${place}/content/${type}/schema`)
  const csv = schemaOf('text~1csv')
  if (csv) return csv(body) ? undefined : `${method} ${route} answered no text.`
  const schema = schemaOf('application~1json')
  if (!schema) return `${method} ${route} answered ${status}, which the document does not know.`
  return schema(JSON.parse(body))
    ? undefined
    : `${method} ${route} answered ${status}: ${described(schema.errors ?? [])}`
}

const variables = (path: string): number => path.split('{').length

/** The route that a request is for: events name the folder that the gateway knows. */
const routeOf = (method: string, path: string): string => {
  const isMeant = (route: (typeof routes)[number]): boolean =>
    route.method === method && new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  const [meant] = routes.filter(isMeant).toSorted((a, b) => variables(a.path) - variables(b.path))
  return meant?.path ?? path
}

/** A function whose every answer is held against the document: what differs is said on the console, which fails a test. */
export const checked =
  (handler: HttpHandler): HttpHandler =>
  async (event, context) => {
    const result = await handler(event, context)
    const { httpMethod: method, path } = event
    const route = routeOf(method, path)
    const problem = problemOf({ method, route, status: result.statusCode, body: result.body })
    if (problem !== undefined) console.error(problem)
    return result
  }
