import type { Answer } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { type FlowErrorCode, type GeneralErrorCode, generalErrors } from '#core/api/errors.ts'
import type { Integration } from '#core/control/integration.ts'
import { ofPath } from '../api/of-integration.ts'
import type { ConnectPorts } from './ports.ts'

const isGeneral = (code: FlowErrorCode): code is GeneralErrorCode => code in generalErrors

/** What only the flows' pages tell apart is a bad request to everybody else. */
const inGeneral = (answer: Answer<FlowErrorCode>): Answer<GeneralErrorCode> => {
  if (answer.kind === 'success') return answer
  return { ...answer, code: isGeneral(answer.code) ? answer.code : 'PLATFORM.INPUT_INVALID' }
}

type Handle = (integration: Integration, request: ApiRequest) => Promise<Answer<FlowErrorCode>>

/** What the customer may do to a connection, done by the vendor's team to the one that the path names. */
export const managed = ({ control }: Pick<ConnectPorts, 'control'>, handle: Handle): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(control, async (integration, request) => inGeneral(await handle(integration, request)))
