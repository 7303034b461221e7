import { type ErrorCode, errorTraits } from './errors.ts'

/** What an endpoint answers. The type parameter keeps each endpoint inside the codes its callers can parse. */
export type Answer<Code extends ErrorCode> = Success | Refusal<Code>

export type Success = {
  readonly kind: 'success'
  /** The whole envelope as JSON text, or what `contentType` says. */
  readonly body: string
  readonly contentType?: string
}

export type Refusal<Code extends ErrorCode> = {
  readonly kind: 'refused'
  readonly code: Code
  /** A sentence for the developer who reads it: what is wrong and what to do. */
  readonly message: string
  /** The HTTP status, where it is not the one of the code. */
  readonly status?: number
  /** The integration it is about, where that is known. */
  readonly integrationId?: string
  /** Response headers that belong to it, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>
}

export const refuse = <const Code extends ErrorCode>(code: Code, message: string): Refusal<Code> => ({
  kind: 'refused',
  code,
  message,
})

export const success = (data: object): Success => ({
  kind: 'success',
  body: JSON.stringify({ status: 'success', data }),
})

/** A page of results that are JSON texts already: they are strung together, which copies them once, when they are sent. */
export const successPage = (results: readonly string[], next: string | null): Success => {
  let listed = ''
  for (const result of results) listed += listed === '' ? result : `,${result}`
  return { kind: 'success', body: `{"status":"success","data":{"next":${JSON.stringify(next)},"results":[${listed}]}}` }
}

/** The error envelope. All four keys are always there. */
export const errorEnvelope = (code: ErrorCode, message: string, logUrl: string | null = null): string =>
  JSON.stringify({ status: 'error', error: { code, title: errorTraits(code).title, message, log_url: logUrl } })

export const errorStatus = (code: ErrorCode): number => errorTraits(code).status
