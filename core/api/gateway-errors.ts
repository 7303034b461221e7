/**
 * The answers that come from the API gateway itself: the handlers never see these requests.
 * The REST API is built from this table, and the laptop's HTTP front answers with it.
 */

type GatewayErrorCode =
  | 'PLATFORM.AUTHENTICATION_INVALID'
  | 'PLATFORM.INPUT_INVALID'
  | 'PLATFORM.RATE_LIMIT_EXCEEDED'
  | 'PLATFORM.TASK_TIMED_OUT'
  | 'PLATFORM.UNKNOWN_ERROR'

export type GatewayError = {
  /** `undefined` keeps the status that the gateway chose. */
  readonly status: number | undefined
  readonly code: GatewayErrorCode
  readonly title: string
  readonly message: string
  readonly retryAfterSeconds?: number
}

const keyRefused: GatewayError = {
  status: 401,
  code: 'PLATFORM.AUTHENTICATION_INVALID',
  title: 'Authentication failed',
  message: 'The API key is missing or not valid. Send it as "Authorization: Bearer <key>".',
}

const unknownRoute: GatewayError = {
  status: 404,
  code: 'PLATFORM.INPUT_INVALID',
  title: 'Unknown route',
  message: 'There is no such route. Check the path and the HTTP method.',
}

const invalidRequest: GatewayError = {
  status: 400,
  code: 'PLATFORM.INPUT_INVALID',
  title: 'Invalid request',
  message: 'The request could not be read. Check its parameters and that the body is JSON.',
}

const tooManyRequests: GatewayError = {
  status: 429,
  code: 'PLATFORM.RATE_LIMIT_EXCEEDED',
  title: 'Too many requests',
  message: 'Too many requests. Wait a moment and try again.',
  retryAfterSeconds: 1,
}

const internalError: GatewayError = {
  status: 500,
  code: 'PLATFORM.UNKNOWN_ERROR',
  title: 'Internal error',
  message: 'The service could not answer. Try again; if it persists, contact the operator.',
}

/** By API Gateway's response type; every type it can produce is listed. */
export const gatewayErrors = {
  ACCESS_DENIED: { ...keyRefused, status: 403, message: 'This request is not allowed.' },
  API_CONFIGURATION_ERROR: internalError,
  AUTHORIZER_CONFIGURATION_ERROR: internalError,
  AUTHORIZER_FAILURE: internalError,
  BAD_REQUEST_BODY: invalidRequest,
  BAD_REQUEST_PARAMETERS: invalidRequest,
  DEFAULT_4XX: { ...invalidRequest, status: undefined },
  DEFAULT_5XX: { ...internalError, status: undefined },
  EXPIRED_TOKEN: keyRefused,
  INTEGRATION_FAILURE: internalError,
  INTEGRATION_TIMEOUT: {
    status: 504,
    code: 'PLATFORM.TASK_TIMED_OUT',
    title: 'Timed out',
    message: 'The request took too long. Try again with a smaller page or fewer ids.',
  },
  INVALID_API_KEY: keyRefused,
  // A bearer key on a path without a route is read by the gateway as a broken AWS signature.
  INVALID_SIGNATURE: unknownRoute,
  MISSING_AUTHENTICATION_TOKEN: unknownRoute,
  QUOTA_EXCEEDED: tooManyRequests,
  REQUEST_TOO_LARGE: {
    ...invalidRequest,
    status: 413,
    title: 'Request too large',
    message: 'The request body is larger than 10 MB.',
  },
  RESOURCE_NOT_FOUND: unknownRoute,
  THROTTLED: tooManyRequests,
  UNAUTHORIZED: keyRefused,
  UNSUPPORTED_MEDIA_TYPE: {
    ...invalidRequest,
    status: 415,
    title: 'Unsupported media type',
    message: 'Send the body as "Content-Type: application/json".',
  },
  WAF_FILTERED: {
    ...invalidRequest,
    status: 403,
    title: 'Request refused',
    message: 'The request was refused by the firewall.',
  },
} as const satisfies Readonly<Record<string, GatewayError>>

/** The body of a gateway answer: the API's error envelope, as JSON text. */
export const gatewayErrorBody = ({ code, title, message }: GatewayError): string =>
  JSON.stringify({ status: 'error', error: { code, title, message, log_url: null } })
