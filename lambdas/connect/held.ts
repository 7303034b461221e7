import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { DecideSchema, HeldQuerySchema } from '#core/api/endpoints/held.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import type { HeldDecision } from '#core/control/held-decision.ts'
import { type Integration, removalsApproverOf } from '#core/control/integration.ts'
import { decideHeld } from '../held/decide-held.ts'
import { showHeld } from '../held/show-held.ts'
import { ofFlowDataset } from './mappings.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

const leftToVendor = refuse(
  'FLOW.NOT_PERMITTED',
  'Removals of this connection are approved by the vendor: ask them to look at it.',
)

const badCursor = refuse('PLATFORM.INPUT_INVALID', 'The cursor is none of this list. Begin without one.')

const changedMeanwhile = refuse(
  'FLOW.CHANGED_MEANWHILE',
  'Since this page was loaded, others are held, or nobody. Look at the list as it is now.',
)

const isCustomers = (integration: Integration): boolean => removalsApproverOf(integration) === 'customer'

export const listHeld = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { query }, visitor) => {
    // A link may have been handed on to anybody; whoever opens the page has proven an address.
    if (!isCustomers(integration) || visitor.kind !== 'page') return leftToVendor
    const input = parseInput(HeldQuerySchema, query)
    if (input.kind === 'refused') return input
    const page = await showHeld(ports, { ...input.value, integrationId: integration.id })
    return page ? success(page) : badCursor
  })

export const decideInFlow = (ports: ConnectPorts, decision: HeldDecision['decision']): FlowEndpoint =>
  ofFlowDataset(ports, async (integration, dataset, { body }, visitor) => {
    if (!isCustomers(integration) || visitor.kind !== 'page') return leftToVendor
    const input = parseBody(DecideSchema, body)
    if (input.kind === 'refused') return input
    const made = await decideHeld(ports, { integrationId: integration.id, dataset, decision, meant: input.value })
    return made.kind === 'decided'
      ? success({ dataset, records: made.records, sync_id: made.syncId })
      : changedMeanwhile
  })
