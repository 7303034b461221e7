import * as v from 'valibot'
import type { ApiClient } from './client.ts'
import { everyResult } from './pages.ts'

const AnythingSchema = v.looseObject({})

const webhookPath = (id: string): string => `/manage/webhooks/${encodeURIComponent(id)}`

/** `webhook list`: the endpoints that are told of events. */
export const webhooksCommand = async (api: ApiClient) => ({
  webhooks: await everyResult(api, '/manage/webhooks', AnythingSchema),
})

/** `webhook deliveries ID`: what was sent lately, newest first, with each attempt and its answer. */
export const deliveriesCommand = async (api: ApiClient, id: string) => {
  const page = v.object({ results: v.array(AnythingSchema) })
  const { results } = await api('GET', `${webhookPath(id)}/deliveries`, page)
  return { deliveries: results }
}

/** `webhook redeliver --webhook ID DELIVERY_ID`: sends one that has ended once more. */
export const redeliverCommand = (api: ApiClient, id: string, deliveryId: string) =>
  api('POST', `${webhookPath(id)}/deliveries/${encodeURIComponent(deliveryId)}/redeliver`, AnythingSchema)

/** `webhook test ID`: sends a made-up event. */
export const testWebhookCommand = (api: ApiClient, id: string) =>
  api('POST', `${webhookPath(id)}/test`, AnythingSchema, { body: {} })
