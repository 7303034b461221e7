import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { updateDocument } from '#core/control/documents.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { linkKey } from '#core/control/keys.ts'
import { LinkSchema } from '#core/control/link.ts'
import type { ConnectPorts } from './ports.ts'
import { inSession } from './session.ts'
import { issueToken } from './tokens.ts'

const notConnected = refuse('PLATFORM.INPUT_INVALID', 'There is no connection yet. Enter a public SSH key first.')

/** Ends the flow: the link is used up, and the vendor's app gets its activation token. A lost answer may be asked for again. */
export const finish = (ports: ConnectPorts): GeneralEndpoint =>
  inSession(ports, async (link) => {
    const integration = await readIntegration(ports.control, link.integrationId)
    if (!integration) return notConnected
    const finishedAt = ports.system.clock()
    await updateDocument(ports.control, linkKey(link.id), LinkSchema, (current) =>
      current.finishedAt === null ? { ...current, finishedAt } : current,
    )
    const activation = await issueToken(ports, { kind: 'activation', subject: integration.id })
    return success({ activation_token: activation.text })
  })
