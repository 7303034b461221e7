import { errorEnvelope } from './answer.ts'
import { type GeneralErrorCode, generalErrors } from './errors.ts'

/** An answer of the gateway itself: no handler saw the request. */
export type GatewayError = {
  readonly code: GeneralErrorCode
  readonly message: string
  /** `null` keeps the status that the gateway chose. */
  readonly status: number | null
  readonly retryAfterSeconds?: number
}

const error = (code: GeneralErrorCode, message: string, status: number | null = generalErrors[code].status) => ({
  code,
  message,
  status,
})

const keyRefused = error(
  'PLATFORM.AUTHENTICATION_INVALID',
  'The API key is missing or not valid. Send it as "Authorization: Bearer <key>".',
)
const noSuchRoute = error('PLATFORM.INPUT_INVALID', 'There is no such route. Check the path and the HTTP method.', 404)
const unreadable = 'The request could not be read. Check its parameters and that the body is JSON.'
const tooMany = {
  ...error('PLATFORM.RATE_LIMIT_EXCEEDED', 'Too many requests. Wait a moment and try again.'),
  retryAfterSeconds: 1,
}
const failed = 'The service could not answer. Try again; if it persists, contact the operator.'

/** By API Gateway's response type; every type it has is listed. The REST API and the laptop's HTTP front read this table. */
export const gatewayErrors = {
  ACCESS_DENIED: error('PLATFORM.AUTHENTICATION_INVALID', 'This request is not allowed.', 403),
  API_CONFIGURATION_ERROR: error('PLATFORM.UNKNOWN_ERROR', failed),
  AUTHORIZER_CONFIGURATION_ERROR: error('PLATFORM.UNKNOWN_ERROR', failed),
  AUTHORIZER_FAILURE: error('PLATFORM.UNKNOWN_ERROR', failed),
  BAD_REQUEST_BODY: error('PLATFORM.INPUT_INVALID', unreadable),
  BAD_REQUEST_PARAMETERS: error('PLATFORM.INPUT_INVALID', unreadable),
  DEFAULT_4XX: error('PLATFORM.INPUT_INVALID', unreadable, null),
  DEFAULT_5XX: error('PLATFORM.UNKNOWN_ERROR', failed, null),
  EXPIRED_TOKEN: keyRefused,
  INTEGRATION_FAILURE: error('PLATFORM.UNKNOWN_ERROR', failed),
  INTEGRATION_TIMEOUT: error(
    'PLATFORM.TASK_TIMED_OUT',
    'The request took too long. Try again with a smaller page or fewer ids.',
  ),
  INVALID_API_KEY: keyRefused,
  // The gateway takes the bearer key of a request without a route for a broken AWS signature.
  INVALID_SIGNATURE: noSuchRoute,
  MISSING_AUTHENTICATION_TOKEN: noSuchRoute,
  QUOTA_EXCEEDED: tooMany,
  REQUEST_TOO_LARGE: error('PLATFORM.INPUT_INVALID', 'The request is larger than 10 MB.', 413),
  RESOURCE_NOT_FOUND: noSuchRoute,
  THROTTLED: tooMany,
  UNAUTHORIZED: keyRefused,
  UNSUPPORTED_MEDIA_TYPE: error('PLATFORM.INPUT_INVALID', 'Send the body as "Content-Type: application/json".', 415),
  WAF_FILTERED: error('PLATFORM.INPUT_INVALID', 'The request was refused by the firewall.', 403),
} as const satisfies Readonly<Record<string, GatewayError>>

/** The body of a gateway answer: the error envelope, as JSON text. */
export const gatewayErrorBody = ({ code, message }: GatewayError): string => errorEnvelope(code, message)
