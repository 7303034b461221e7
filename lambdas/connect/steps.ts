import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { StepPathSchema } from '#core/api/endpoints/flow.ts'
import { parseInput } from '#core/api/input.ts'
import { updateDocument } from '#core/control/documents.ts'
import { enabledSteps, type Integration, IntegrationSchema, openStepsOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { integrationKey } from '#core/control/keys.ts'
import { afterStep } from './after-step.ts'
import type { Visitor } from './opened.ts'
import type { ConnectPorts } from './ports.ts'
import { inSession } from './visitor.ts'

/** The steps that a flow offers, and whether reads still wait for them. */
export const shownSteps = (visitor: Visitor, integration: Integration | undefined) => {
  const asked = visitor.kind === 'link' ? enabledSteps(visitor.link) : []
  const open: readonly string[] = integration ? openStepsOf(integration) : asked
  return (integration ? enabledSteps(integration) : asked).map((id) => ({ id, confirmed: !open.includes(id) }))
}

const noSuchStep = refuse('PLATFORM.INPUT_INVALID', 'This step is not part of the setup.')

/** The customer is done with a step. */
export const confirmStep = (ports: ConnectPorts): FlowEndpoint =>
  inSession(ports, async (visitor, { path }) => {
    const input = parseInput(StepPathSchema, path)
    if (input.kind === 'refused') return input
    const { step } = input.value
    const integration = await readIntegration(ports.control, visitor.integrationId)
    if (!integration || !enabledSteps(integration).includes(step)) return noSuchStep
    const key = integrationKey(integration.id)
    const confirmed = await updateDocument(ports.control, key, IntegrationSchema, (each) => ({
      ...each,
      openSteps: openStepsOf(each).filter((open) => open !== step),
    }))
    if (confirmed) await afterStep(ports, confirmed)
    return success({ steps: shownSteps(visitor, confirmed) })
  })
