import { randomBytes } from 'node:crypto'
import type { APIGatewayProxyResult } from 'aws-lambda'
import { pagePlaceholders } from '#core/deployment/page-bundle.ts'

/** The address may hold a token: the document is not kept, and tells no other server where it was. */
const documentHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

type Document = {
  readonly html: string
  readonly settings: object
  /** The Content Security Policy, with the nonce of this answer. */
  readonly policy: (nonce: string) => string
}

/** JSON that cannot end the script element around it. */
const inDocument = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** A document of the bundle, made for one request. */
export const showDocument = ({ html, settings, policy }: Document): APIGatewayProxyResult => {
  const nonce = randomBytes(16).toString('base64')
  const body = html
    .replaceAll(pagePlaceholders.nonce, nonce)
    .replaceAll(pagePlaceholders.settings, () => inDocument(settings))
  return { statusCode: 200, headers: { ...documentHeaders, 'content-security-policy': policy(nonce) }, body }
}
