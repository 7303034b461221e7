import { addContact } from '#core/control/contact.ts'
import { updateDocument } from '#core/control/documents.ts'
import { readSettings } from '#core/control/environment.ts'
import { enabledSteps, type Integration, IntegrationSchema, type Pgp } from '#core/control/integration.ts'
import { integrationKey, linkKey } from '#core/control/keys.ts'
import { type Link, LinkSchema } from '#core/control/link.ts'
import { reconfigure } from '#core/control/reconfigure.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import type { ConnectPorts } from './ports.ts'
import { withKeys } from './with-keys.ts'

type Wish = {
  readonly publicKeys: readonly string[]
  /** Whether the keys of before go on working. */
  readonly keepsKeys: boolean
  /** Data points that the customer does not share; what was chosen before holds when left out. */
  readonly optedOut: readonly string[] | undefined
}

type Chosen = { readonly optedOut: Wish['optedOut']; readonly pgp: Pgp }

const newIntegration = (link: Link, createdAt: number, { optedOut = [], pgp }: Chosen): Integration => ({
  id: link.integrationId,
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: link.endUser,
  scopeConfigId: link.scopeConfigId,
  optedOut: [...optedOut],
  sftpUser: sftpUserOf(link.integrationId),
  publicKeys: [],
  language: link.language,
  enableFiltering: link.enableFiltering,
  enableFieldMapping: link.enableFieldMapping,
  openSteps: enabledSteps(link),
  mappings: {},
  ...(pgp === 'off' ? {} : { pgp }),
  createdAt,
  deletedAt: null,
})

/** What connecting again changes beside the keys: the link's wishes hold from now on, and what had failed counts as repaired. */
const reconnected = (integration: Integration, { kind, language, scopeConfigId }: Link): Integration =>
  kind === 'relink'
    ? {
        ...integration,
        language,
        scopeConfigId: scopeConfigId ?? integration.scopeConfigId,
        status: integration.status === 'INVALID' ? 'ACTIVE' : integration.status,
      }
    : integration

/** Whom the vendor named hears of the connection first. */
const withFirstContact = async ({ control, system }: Pick<ConnectPorts, 'control' | 'system'>, made: Integration) => {
  const { id: integrationId, language, endUser, createdAt: addedAt } = made
  const email = endUser.creatorEmail
  if (email !== null) await addContact(control, system.hash, { integrationId, email, language, addedAt })
  return made
}

/**
 * Makes the integration that a link reserved an id for, or gives an existing one these keys: a double click makes one.
 * `undefined` when there is none to connect again.
 */
export const putIntegration = async (
  ports: Pick<ConnectPorts, 'control' | 'system' | 'syncQueue'>,
  link: Link,
  wish: Wish,
): Promise<Integration | undefined> => {
  const key = integrationKey(link.integrationId)
  const { control, system } = ports
  const { publicKeys, keepsKeys, optedOut } = wish
  const now = system.clock()
  const { pgp } = await readSettings(control)
  const fresh = withKeys(newIntegration(link, now, { optedOut, pgp }), publicKeys, now)
  if (link.kind === 'connect' && link.connectedAt === undefined) {
    const isMade = await control.create(key, fresh)
    await updateDocument(control, linkKey(link.id), LinkSchema, (each) => ({ ...each, connectedAt: now }))
    if (isMade) return withFirstContact(ports, fresh)
  }
  const change = (existing: Integration): Integration => {
    const kept = keepsKeys ? existing.publicKeys : []
    const chosen = optedOut ? { optedOut: [...optedOut] } : {}
    return withKeys({ ...reconnected(existing, link), ...chosen }, [...new Set([...kept, ...publicKeys])], now)
  }
  // Another choice takes effect by a sync.
  if (optedOut || link.scopeConfigId !== null) return reconfigure(ports, link.integrationId, 'scope', change)
  return updateDocument(control, key, IntegrationSchema, change)
}
