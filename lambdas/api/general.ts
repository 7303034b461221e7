import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ForceSyncSchema } from '#core/api/endpoints/general.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { idleConcurrency } from '#core/api/idle-concurrency.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { ToolsPathSchema, toolsOf } from '#core/api/tools.ts'
import { readEnvironment } from '#core/control/environment.ts'
import { queueSync, sendSync, unfinishedSync } from '#core/control/queue-sync.ts'
import { ofHeader } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const checkApiKey =
  (ports: ApiPorts): GeneralEndpoint =>
  async () => {
    const { id } = await readEnvironment(ports)
    // `customer_id` is the deprecated name of the same.
    return success({ environment_id: id, customer_id: id })
  }

const inactive = refuse('PLATFORM.INPUT_INVALID', 'The integration is inactive: it is not synced until it is enabled.')

const forceSync = (ports: ApiPorts): GeneralEndpoint =>
  ofHeader(ports.control, async (integration, { body }) => {
    const input = parseBody(ForceSyncSchema, body)
    if (input.kind === 'refused') return input
    if (integration.status === 'INACTIVE') return inactive
    const unfinished = await unfinishedSync(ports.control, integration.id)
    // Its message may be lost, or its function killed once too often: a forgotten sync would block all that are asked for.
    // For one that is alive a second message is a no-op.
    if (unfinished) await sendSync(ports, unfinished)
    const request = { integrationId: integration.id, reason: 'forced', type: input.value.type } as const
    const sync = unfinished ?? (await queueSync(ports, request))
    return success({ already_queued: unfinished !== undefined, sync_id: sync.id, type: sync.type })
  })

const showTools: GeneralEndpoint = async ({ path }) => {
  const input = parseInput(ToolsPathSchema, path)
  return input.kind === 'refused' ? input : success({ tools: toolsOf(input.value.category) })
}

const noPassthrough = {
  ...refuse(
    'PLATFORM.INPUT_INVALID',
    'Behind this integration are files and no API of an HR system, so there is nothing to pass a request on to.',
  ),
  headers: idleConcurrency,
}

export const generalEndpoints = (ports: ApiPorts) => ({
  'GET /v1/check-api-key': checkApiKey(ports),
  'POST /v1/force-sync': forceSync(ports),
  'GET /v1/tools/{category}': showTools,
  'POST /v1/passthrough/{tool}/{api}': ofHeader<GeneralErrorCode>(ports.control, async () => noPassthrough),
})
