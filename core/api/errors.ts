type ErrorTraits = { readonly status: number; readonly title: string }

/** The codes of the general endpoints: a closed set, because the official SDK cannot parse any other. Our specifics go into the message. */
export const generalErrors = {
  'PLATFORM.RATE_LIMIT_EXCEEDED': { status: 429, title: 'Too many requests' },
  'PLATFORM.CONCURRENCY_LIMIT_EXCEEDED': { status: 429, title: 'Too many requests at the same time' },
  'PLATFORM.INTEGRATION_NOT_FOUND': { status: 404, title: 'The integration was not found' },
  'PLATFORM.INPUT_INVALID': { status: 400, title: 'The request is not valid' },
  'PLATFORM.UNKNOWN_ERROR': { status: 500, title: 'An unexpected error occurred' },
  'PLATFORM.IP_NOT_WHITELISTED': { status: 403, title: 'The address of the caller is not allowed' },
  'PLATFORM.AUTHENTICATION_INVALID': { status: 401, title: 'The authentication is not valid' },
  'PLATFORM.TASK_TIMED_OUT': { status: 504, title: 'The request took too long' },
} as const satisfies Readonly<Record<string, ErrorTraits>>

/** The codes of `/v1/hris/*`: the general ones and these. Codes that only newer SDKs know are left out on purpose. */
export const hrisErrors = {
  ...generalErrors,
  'INTEGRATION.PERMISSION_MISSING': { status: 403, title: 'The integration lacks a permission' },
  'INTEGRATION.AUTHENTICATION_INVALID': { status: 409, title: 'The authentication of the integration failed' },
  'INTEGRATION.QA_FAILED': { status: 409, title: 'The integration awaits approval' },
  'INTEGRATION.SETUP_SYNC_PENDING': { status: 409, title: 'The first sync has not finished' },
  'INTEGRATION.SETUP_INCOMPLETE': { status: 409, title: 'The setup of the integration is not complete' },
  'INTEGRATION.INACTIVE': { status: 409, title: 'The integration is inactive' },
  'INTEGRATION.MODEL_NOT_AVAILABLE': {
    status: 422,
    title: "This data model isn't supported for the selected integration",
  },
  'INTEGRATION.MODEL_DISABLED': { status: 403, title: 'This data model is disabled in the scope configuration' },
  'INTEGRATION.ACTION_NOT_AVAILABLE': {
    status: 422,
    title: "This action isn't supported for the selected integration",
  },
  'INTEGRATION.ACTION_DISABLED': { status: 403, title: 'This action is disabled in the scope configuration' },
  'REMOTE.SERVICE_UNAVAILABLE': { status: 503, title: 'The remote system is unavailable' },
  'REMOTE.RATE_LIMIT_EXCEEDED': { status: 429, title: 'The remote system allows no more requests for now' },
  'REMOTE.INPUT_INVALID': { status: 400, title: 'The remote system rejected the input' },
  'REMOTE.UNKNOWN_HTTP_ERROR': { status: 502, title: 'The remote system answered with an error' },
  'HRIS.EMPLOYEE_ALREADY_EXISTS': { status: 409, title: 'The employee already exists' },
} as const satisfies Readonly<Record<string, ErrorTraits>>

/** The codes of `/flow/*`: the general ones, and what the flows' own pages tell apart. No SDK hears them. */
export const flowErrors = {
  ...generalErrors,
  'FLOW.LINK_UNKNOWN': { status: 401, title: 'The link is not known' },
  'FLOW.LINK_EXPIRED': { status: 401, title: 'The link has expired' },
  'FLOW.LINK_FINISHED': { status: 401, title: 'The link has been used already' },
  'FLOW.SESSION_ENDED': { status: 401, title: 'The session has ended' },
  'FLOW.NOT_PERMITTED': { status: 403, title: 'This is not left to the customer' },
  'FLOW.NOT_CONNECTED': { status: 409, title: 'There is no connection yet' },
  'FLOW.LAST_KEY': { status: 409, title: 'The last key cannot be taken out' },
  'FLOW.FILE_MISSING': { status: 409, title: 'There is no such file' },
  'FLOW.CHANGED_MEANWHILE': { status: 409, title: 'Somebody else made a change meanwhile' },
} as const satisfies Readonly<Record<string, ErrorTraits>>

const allErrors = { ...hrisErrors, ...flowErrors }

export const errorTraits = (code: ErrorCode): ErrorTraits => allErrors[code]

export type GeneralErrorCode = keyof typeof generalErrors
export type HrisErrorCode = keyof typeof hrisErrors
export type FlowErrorCode = keyof typeof flowErrors
/** Every code there is. */
export type ErrorCode = HrisErrorCode | FlowErrorCode
