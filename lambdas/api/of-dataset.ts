import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { MappingPathSchema } from '#core/api/endpoints/mappings.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseInput } from '#core/api/input.ts'
import type { Integration } from '#core/control/integration.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

export type Place = { readonly integration: Integration; readonly dataset: Dataset }

type Handle = (place: Place, request: ApiRequest) => Promise<Answer<GeneralErrorCode>>

/** An endpoint about the dataset that its path names. */
export const ofDataset = ({ control }: Pick<ApiPorts, 'control'>, handle: Handle): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(control, async (integration, request) => {
    const input = parseInput(MappingPathSchema, request.path)
    return input.kind === 'refused' ? input : handle({ integration, dataset: input.value.dataset }, request)
  })

export const noSuchVersion = (dataset: Dataset) =>
  refuse(
    'PLATFORM.INPUT_INVALID',
    `There is no such version of the mapping of ${dataset}. A first one is proposed when a file arrives.`,
  )
