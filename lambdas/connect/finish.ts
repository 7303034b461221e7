import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { issueToken } from '#core/connect/token.ts'
import { updateDocument } from '#core/control/documents.ts'
import { openStepsOf } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { linkKey } from '#core/control/keys.ts'
import { LinkSchema } from '#core/control/link.ts'
import { dropPointlessSteps, mappingIsOpen } from '#core/control/setup-steps.ts'
import { sendEvent } from '#core/webhooks/event.ts'
import { integrationCreated } from '#core/webhooks/integration-events.ts'
import { afterStep } from './after-step.ts'
import type { ConnectPorts } from './ports.ts'
import { inFlow, notConnected } from './visitor.ts'

const endLink = async ({ control, system }: ConnectPorts, linkId: string): Promise<void> => {
  await updateDocument(control, linkKey(linkId), LinkSchema, (link) =>
    link.finishedAt === null ? { ...link, finishedAt: system.clock() } : link,
  )
}

/**
 * Ends the flow: the vendor's app gets its activation token, and the link is used up, unless the customer has steps left to
 * come back for. A lost answer may be asked for again.
 */
export const finish = (ports: ConnectPorts): FlowEndpoint =>
  inFlow(ports, async (link) => {
    const found = await readIntegration(ports.control, link.integrationId)
    const integration = found && (await dropPointlessSteps(ports.control, found))
    if (!found || !integration) return notConnected
    if (openStepsOf(integration).length < openStepsOf(found).length) await afterStep(ports, integration)
    if (link.kind === 'connect') await sendEvent(ports, integrationCreated(integration, ports.system.clock()))
    if (openStepsOf(integration).length === 0 && !mappingIsOpen(integration)) await endLink(ports, link.id)
    const activation = await issueToken(ports, { kind: 'activation', subject: integration.id })
    return success({ activation_token: activation.text })
  })
