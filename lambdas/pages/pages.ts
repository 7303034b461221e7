import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import { readSettings } from '#core/control/environment.ts'
import { type PageSettings, pageBundle } from '#core/deployment/page-bundle.ts'
import type { RouteIdOf } from '#core/deployment/routes.ts'
import type { HttpHandler } from '../runtime/http.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { showDashboard } from './dashboard.ts'
import { showDocument } from './document.ts'
import type { PagesPorts } from './ports.ts'

type PagesEndpoint = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>

const nothing: APIGatewayProxyResult = {
  statusCode: 404,
  headers: { 'content-type': 'application/json' },
  body: gatewayErrorBody(gatewayErrors.RESOURCE_NOT_FOUND),
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Files are put straight into the buckets. */
const showFlow =
  ({ control, files, uploadOrigins }: PagesPorts): PagesEndpoint =>
  async () => {
    const { allowedOrigins, name, branding } = await readSettings(control)
    const settings: PageSettings = { allowedOrigins, name, branding }
    const frameAncestors = allowedOrigins.length === 0 ? '*' : ["'self'", ...allowedOrigins].join(' ')
    return showDocument({
      html: files.get(pageBundle.flow) ?? '',
      settings,
      policy: (nonce) => contentSecurityPolicy({ nonce, frameAncestors, logo: branding.logo, connects: uploadOrigins }),
    })
  }

const showAsset =
  ({ files }: PagesPorts): PagesEndpoint =>
  async ({ pathParameters }) => {
    const name = pathParameters?.file ?? ''
    const body = files.get(`${pageBundle.assets}/${name}`)
    const contentType = contentTypes[name.split('.').at(-1) ?? '']
    if (body === undefined || contentType === undefined) return nothing
    const headers = {
      'content-type': contentType,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    }
    return { statusCode: 200, headers, body }
  }

/** The web pages of customers and of the vendor's team. They need no rights: what they show comes from the API. */
export const createPages = (ports: PagesPorts): HttpHandler => {
  const endpoints: Readonly<Record<RouteIdOf<'pages'>, PagesEndpoint>> = {
    'GET /connect': showFlow(ports),
    'GET /setup': showFlow(ports),
    'GET /page': showFlow(ports),
    'GET /dashboard': showDashboard(ports),
    'GET /assets/{file}': showAsset(ports),
  }
  const byRoute = new Map<string, PagesEndpoint>(Object.entries(endpoints))
  return async (event) => byRoute.get(`${event.httpMethod} ${event.resource}`)?.(event) ?? nothing
}
