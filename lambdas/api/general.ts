import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { parseBody } from '#core/api/input.ts'
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

const ForceSyncSchema = v.object({ type: v.optional(v.picklist(['FULL', 'DELTA']), 'FULL') })

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

export const generalEndpoints = (ports: ApiPorts) => ({
  'GET /v1/check-api-key': checkApiKey(ports),
  'POST /v1/force-sync': forceSync(ports),
})
