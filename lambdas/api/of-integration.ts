import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest } from '#core/api/endpoint.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

type Reader = Pick<ControlStore, 'get'>
type Handle<Code extends ErrorCode> = (integration: Integration, request: ApiRequest) => Promise<Answer<Code>>

const notFound = refuse('PLATFORM.INTEGRATION_NOT_FOUND', 'There is no integration with this id in this environment.')

const missingHeader = refuse(
  'PLATFORM.INPUT_INVALID',
  'The header X-Integration-Id is missing. It names the integration that the request is about.',
)

const handleWith = async <Code extends ErrorCode>(
  control: Reader,
  id: string,
  request: ApiRequest,
  handle: Handle<Code>,
) => {
  const integration = await readIntegration(control, id)
  if (!integration) return notFound
  const answer = await handle(integration, request)
  return answer.kind === 'refused' ? { ...answer, integrationId: integration.id } : answer
}

/** An endpoint about the integration that its path names. */
export const ofPath =
  <Code extends ErrorCode>(control: Reader, handle: Handle<Code>) =>
  async (request: ApiRequest): Promise<Answer<Code | 'PLATFORM.INTEGRATION_NOT_FOUND'>> =>
    handleWith(control, request.path.integration_id ?? '', request, handle)

/** An endpoint about the integration that the header X-Integration-Id names. */
export const ofHeader =
  <Code extends ErrorCode>(control: Reader, handle: Handle<Code>) =>
  async (request: ApiRequest): Promise<Answer<Code | 'PLATFORM.INTEGRATION_NOT_FOUND' | 'PLATFORM.INPUT_INVALID'>> => {
    const id = request.headers['x-integration-id'] ?? ''
    return id === '' ? missingHeader : handleWith(control, id, request, handle)
  }
