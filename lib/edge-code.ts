import { dashboardDocument, passedOn } from '#core/deployment/dashboard-front.ts'
import { frontHeaders } from '#core/deployment/front-headers.ts'

/** CloudFront knows whom it talks to; whatever the caller wrote under that name is gone. */
const tellCaller = `request.headers[${JSON.stringify(frontHeaders.callerAddress)}] = { value: event.viewer.ip };`

/** `pathAtApi` of core/deployment/dashboard-front.ts, in the JavaScript that runs at CloudFront's edge. */
const rewritePath = `if (!${JSON.stringify(passedOn)}.includes(request.uri.split('/')[1])) request.uri = ${JSON.stringify(dashboardDocument)};`

const handlerOf = (...steps: readonly string[]): string =>
  ['function handler(event) {', 'const request = event.request;', ...steps, 'return request;', '}'].join('\n')

/** What each host does with a request before the API sees it. */
export const edgeCode = { api: handlerOf(tellCaller), dashboard: handlerOf(tellCaller, rewritePath) } as const
