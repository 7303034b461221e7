import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ApproveSchema, DecideSchema, HeldQuerySchema } from '#core/api/endpoints/held.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { readDocument } from '#core/control/documents.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { decideHeld, type Meant } from '../held/decide-held.ts'
import { releaseHeldFile, showHeldFile } from '../held/held-file.ts'
import type { HeldPorts } from '../held/ports.ts'
import { showHeld } from '../held/show-held.ts'
import { ofDataset, type Place } from './of-dataset.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'

const list = (ports: HeldPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(HeldQuerySchema, query)
    if (input.kind === 'refused') return input
    const page = await showHeld(ports, { ...input.value, integrationId: integration.id })
    if (!page) return badCursor
    const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
    return success({ ...page, file: await showHeldFile(ports, integration.id, state) })
  })

const othersHeld = refuse(
  'PLATFORM.INPUT_INVALID',
  'Since the list was read, others are held, or nobody. Read it again and name the set that it shows now.',
)

const fileNotHeld = refuse(
  'PLATFORM.INPUT_INVALID',
  'This file is not held, or not any more: a newer one may have been applied or refused. Read the list again.',
)

const notHeld = (records: number): Answer<GeneralErrorCode> =>
  refuse(
    'PLATFORM.INPUT_INVALID',
    `Of the records named, ${records} are not held, or not any more. Read the list again.`,
  )

const decide = async (
  ports: HeldPorts,
  { integration: { id: integrationId }, dataset }: Place,
  decision: HeldDecision['decision'],
  meant: Meant,
): Promise<Answer<GeneralErrorCode>> => {
  const made = await decideHeld(ports, { integrationId, dataset, decision, meant })
  if (made.kind === 'others-held') return othersHeld
  if (made.kind === 'not-held') return notHeld(made.records)
  return success({ dataset, records: made.records, sync_id: made.syncId })
}

const approve = (ports: HeldPorts): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(ApproveSchema, body)
    if (input.kind === 'refused') return input
    const { file_id: fileId, ...meant } = input.value
    if (fileId === undefined) return decide(ports, place, 'approved', meant)
    const { integration, dataset } = place
    const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
    const released = await releaseHeldFile(ports, integration.id, dataset, fileId, state)
    return released ? success({ dataset, records: 0, sync_id: released.syncId }) : fileNotHeld
  })

const discard = (ports: HeldPorts): GeneralEndpoint =>
  ofDataset(ports, async (place, { body }) => {
    const input = parseBody(DecideSchema, body)
    return input.kind === 'refused' ? input : decide(ports, place, 'discarded', input.value)
  })

const path = '/manage/integrations/{integration_id}/held'

export const heldEndpoints = (ports: HeldPorts) => ({
  [`GET ${path}` as const]: list(ports),
  [`POST ${path}/{dataset}/approve` as const]: approve(ports),
  [`POST ${path}/{dataset}/discard` as const]: discard(ports),
})
