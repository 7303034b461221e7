import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import type { RouteIdOf } from '#core/deployment/routes.ts'
import { openApiDocument } from '#core/openapi/document.ts'
import type { HttpHandler } from '../runtime/http.ts'
import { page, startScript } from './page.ts'
import type { DocsPorts } from './ports.ts'

/** Only what this server itself serves, and no inline script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const answer = (contentType: string, body: string): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: {
    'content-type': contentType,
    'cache-control': 'public, max-age=300',
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  },
  body,
})

const nothing: APIGatewayProxyResult = {
  statusCode: 404,
  headers: { 'content-type': 'application/json' },
  body: gatewayErrorBody(gatewayErrors.RESOURCE_NOT_FOUND),
}

const contentTypes: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
}

const showFile = async ({ readAsset }: DocsPorts, name: string): Promise<APIGatewayProxyResult> => {
  if (name === 'start.js') return answer('text/javascript', startScript)
  const contentType = Object.hasOwn(contentTypes, name) ? contentTypes[name] : undefined
  return contentType ? answer(`${contentType}; charset=utf-8`, await readAsset(name)) : nothing
}

type DocsEndpoint = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>

/** The API's own documentation: the OpenAPI document, and a page that renders it. It needs no key and no rights. */
export const createDocs = (ports: DocsPorts): HttpHandler => {
  const document = JSON.stringify(openApiDocument())
  const endpoints: Readonly<Record<RouteIdOf<'docs'>, DocsEndpoint>> = {
    'GET /openapi.json': async () => answer('application/json', document),
    'GET /docs': async () => answer('text/html; charset=utf-8', page),
    'GET /docs/{file}': ({ pathParameters }) => showFile(ports, pathParameters?.file ?? ''),
  }
  const byRoute = new Map<string, DocsEndpoint>(Object.entries(endpoints))
  return async (event) => byRoute.get(`${event.httpMethod} ${event.resource}`)?.(event) ?? nothing
}
