import { type Answer, refuse, success } from '#core/api/answer.ts'
import type { ApiRequest, FlowEndpoint } from '#core/api/endpoint.ts'
import { AddKeySchema, maxKeys } from '#core/api/endpoints/flow-connection.ts'
import type { FlowErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { keyId } from '../runtime/fingerprint.ts'
import type { Visitor } from './opened.ts'
import type { ConnectPorts } from './ports.ts'
import { putUser } from './put-user.ts'
import { deadLinks } from './session.ts'
import { shownKeys } from './shown-keys.ts'
import { notConnected, ofConnection } from './visitor.ts'
import { withKeys } from './with-keys.ts'

const tooMany = refuse(
  'PLATFORM.INPUT_INVALID',
  `public_key: there are ${maxKeys} keys already. Take one out that is no longer used.`,
)

const lastKey = refuse(
  'FLOW.LAST_KEY',
  'This is the only key: without it nobody could log in. Add the new key first, then take this one out.',
)

const notByThisLink = refuse(
  'FLOW.NOT_PERMITTED',
  'This link leads to the setup steps only. To change the keys, ask whoever sent it for a link to connect again.',
)

/** Why whoever looks may not change the keys. */
const refusalFor = (visitor: Visitor) => {
  if (visitor.kind === 'page') return undefined
  const { link } = visitor
  if (link.finishedAt !== null) return deadLinks.finished
  return link.kind === 'setup' ? notByThisLink : undefined
}

/** Stores what `change` makes of the keys, and gives them to the SFTP user. */
const changeKeys = async (
  ports: ConnectPorts,
  { id }: Integration,
  change: (keys: readonly string[]) => readonly string[],
) => {
  const now = ports.system.clock()
  const changed = await updateDocument(ports.control, integrationKey(id), IntegrationSchema, (each) =>
    withKeys(each, change(each.publicKeys), now),
  )
  if (!changed || changed.status === 'DELETING' || !(await putUser(ports, changed))) return notConnected
  return success({ keys: shownKeys(changed) })
}

type Change = (integration: Integration, request: ApiRequest) => Promise<Answer<FlowErrorCode>>

/** For a change without a gap: the new key works beside the old one until that is taken out. */
export const addKey =
  (ports: ConnectPorts): Change =>
  async (integration, { body }) => {
    const input = parseBody(AddKeySchema, body)
    if (input.kind === 'refused') return input
    const key = parsePublicKey(input.value.public_key)
    if (key.kind === 'refused') return refuse('PLATFORM.INPUT_INVALID', key.message)
    const { publicKeys } = integration
    if (!publicKeys.includes(key.openssh) && publicKeys.length >= maxKeys) return tooMany
    // Of two that are added at the same moment both stay, even when that is one too many: the service takes fifty.
    return changeKeys(ports, integration, (keys) => [...new Set([...keys, key.openssh])])
  }

/** Taking out what is gone succeeds. */
export const removeKey =
  (ports: ConnectPorts): Change =>
  async (integration, { path }) => {
    const stays = (key: string): boolean => keyId(key) !== path.key_id
    if (!integration.publicKeys.some(stays)) return lastKey
    return changeKeys(ports, integration, (keys) => (keys.some(stays) ? keys.filter(stays) : keys))
  }

/** What the customer does to the keys, as far as their link leads to them. */
export const byVisitor = (ports: ConnectPorts, change: Change): FlowEndpoint =>
  ofConnection(ports, async (integration, request, visitor) => refusalFor(visitor) ?? change(integration, request))
