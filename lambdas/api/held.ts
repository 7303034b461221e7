import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { DecideSchema, HeldQuerySchema } from '#core/api/endpoints/held.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import { decideHeld } from '../held/decide-held.ts'
import type { HeldPorts } from '../held/ports.ts'
import { showHeld } from '../held/show-held.ts'
import { ofDataset } from './of-dataset.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'

const list = (ports: HeldPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(HeldQuerySchema, query)
    if (input.kind === 'refused') return input
    const page = await showHeld(ports, { ...input.value, integrationId: integration.id })
    return page ? success(page) : badCursor
  })

const othersHeld = refuse(
  'PLATFORM.INPUT_INVALID',
  'Since the list was read, others are held, or nobody. Read it again and name the set that it shows now.',
)

const notHeld = (records: number): Answer<GeneralErrorCode> =>
  refuse(
    'PLATFORM.INPUT_INVALID',
    `Of the records named, ${records} are not held, or not any more. Read the list again.`,
  )

const decide = (ports: HeldPorts, decision: HeldDecision['decision']): GeneralEndpoint =>
  ofDataset(ports, async ({ integration, dataset }, { body }) => {
    const input = parseBody(DecideSchema, body)
    if (input.kind === 'refused') return input
    const made = await decideHeld(ports, { integrationId: integration.id, dataset, decision, meant: input.value })
    if (made.kind === 'others-held') return othersHeld
    if (made.kind === 'not-held') return notHeld(made.records)
    return success({ dataset, records: made.records, sync_id: made.syncId })
  })

const path = '/manage/integrations/{integration_id}/held'

export const heldEndpoints = (ports: HeldPorts) => ({
  [`GET ${path}` as const]: list(ports),
  [`POST ${path}/{dataset}/approve` as const]: decide(ports, 'approved'),
  [`POST ${path}/{dataset}/discard` as const]: decide(ports, 'discarded'),
})
