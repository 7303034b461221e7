import type { Outcome } from '#core/webhooks/delivery.ts'

/** Sends a body to an address of the vendor's app, once: within ten seconds, to public addresses only, following no redirect. */
export type WebhookPost = (request: {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}) => Promise<Outcome>
