import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { readDocument } from '#core/control/documents.ts'
import { endpointKey } from '#core/control/keys.ts'
import { type Endpoint, EndpointSchema } from '#core/webhooks/endpoint.ts'
import type { ApiPorts } from './ports.ts'

export const unknownWebhook = refuse('PLATFORM.INPUT_INVALID', 'There is no webhook endpoint with this id.')

/** An endpoint about the webhook endpoint that its path names. */
export const ofWebhook =
  (
    { control }: Pick<ApiPorts, 'control'>,
    handle: (endpoint: Endpoint, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>,
  ): GeneralEndpoint =>
  async (request) => {
    const endpoint = await readDocument(control, endpointKey(request.path.webhook_id ?? ''), EndpointSchema)
    return endpoint && endpoint.deletedAt === null ? handle(endpoint, request) : unknownWebhook
  }
