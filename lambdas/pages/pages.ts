import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import { readSettings } from '#core/control/environment.ts'
import { type PageSettings, pageBundle, pagePlaceholders } from '#core/deployment/page-bundle.ts'
import type { RouteIdOf } from '#core/deployment/routes.ts'
import type { HttpHandler } from '../runtime/http.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
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

/** The address holds a token: the document is not kept, and tells no other server where it was. */
const documentHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** JSON that cannot end the script element around it. */
const inDocument = (value: PageSettings): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const showFlow =
  ({ control, files, uploadOrigins }: PagesPorts): PagesEndpoint =>
  async () => {
    const { allowedOrigins, name, branding } = await readSettings(control)
    const nonce = randomBytes(16).toString('base64')
    const body = (files.get(pageBundle.flow) ?? '')
      .replaceAll(pagePlaceholders.nonce, nonce)
      .replaceAll(pagePlaceholders.settings, () => inDocument({ allowedOrigins, name, branding }))
    const policy = contentSecurityPolicy({ nonce, allowedOrigins, branding, uploadOrigins })
    return { statusCode: 200, headers: { ...documentHeaders, 'content-security-policy': policy }, body }
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

/** The web pages that customers see. They need no rights: what they show comes from the flow's endpoints. */
export const createPages = (ports: PagesPorts): HttpHandler => {
  const endpoints: Readonly<Record<RouteIdOf<'pages'>, PagesEndpoint>> = {
    'GET /connect': showFlow(ports),
    'GET /setup': showFlow(ports),
    'GET /page': showFlow(ports),
    'GET /assets/{file}': showAsset(ports),
  }
  const byRoute = new Map<string, PagesEndpoint>(Object.entries(endpoints))
  return async (event) => byRoute.get(`${event.httpMethod} ${event.resource}`)?.(event) ?? nothing
}
