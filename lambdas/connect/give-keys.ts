import type * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { ConnectionSchema, maxKeys, tooManyKeys } from '#core/api/endpoints/flow-connection.ts'
import { parseBody } from '#core/api/input.ts'
import { fileNames } from '#core/connect/data-points.ts'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { Link } from '#core/control/link.ts'
import { checkOptOut } from './opt-out.ts'
import type { ConnectPorts } from './ports.ts'
import { putIntegration } from './put-integration.ts'
import { putUser } from './put-user.ts'
import { deadLinks } from './session.ts'
import { tellingFailure } from './telling-failure.ts'
import { inFlow } from './visitor.ts'

const parseKeys = (texts: readonly string[]) => {
  const keys: string[] = []
  for (const text of texts) {
    const parsed = parsePublicKey(text)
    if (parsed.kind === 'refused') return refuse('PLATFORM.INPUT_INVALID', parsed.message)
    keys.push(parsed.openssh)
  }
  return { kind: 'parsed', keys: [...new Set(keys)] } as const
}

const setupOnly = refuse(
  'PLATFORM.INPUT_INVALID',
  'This link leads to the setup steps only. To change the connection, ask whoever sent it for a link to connect again.',
)

const tooManyTogether = refuse('PLATFORM.INPUT_INVALID', `public_keys: ${tooManyKeys}, those that are kept included.`)

const noKey = refuse('PLATFORM.INPUT_INVALID', 'public_keys: enter at least one public SSH key.')

/** The user has a key in the end, and not more than the SFTP service takes. */
const refuseCount = async ({ control }: ConnectPorts, link: Link, keys: readonly string[], keepsKeys: boolean) => {
  const existing = keepsKeys ? await readIntegration(control, link.integrationId) : undefined
  const count = new Set([...(existing?.publicKeys ?? []), ...keys]).size
  if (count === 0) return noKey
  return count > maxKeys ? tooManyTogether : undefined
}

type Wish = v.InferOutput<typeof ConnectionSchema>

const giveKeys = async (ports: ConnectPorts, link: Link, wish: Wish) => {
  const { public_keys, keep_existing_keys, opted_out_data_points: optedOut } = wish
  const needed = await checkOptOut(ports, link, optedOut ?? [])
  if (needed) return needed
  const parsed = parseKeys(public_keys)
  if (parsed.kind === 'refused') return parsed
  const badCount = await refuseCount(ports, link, parsed.keys, keep_existing_keys)
  if (badCount) return badCount
  const integration = await putIntegration(ports, link, {
    publicKeys: parsed.keys,
    keepsKeys: keep_existing_keys,
    optedOut,
  })
  if (!integration || integration.status === 'DELETING') return deadLinks.finished
  if (!(await putUser(ports, integration))) return deadLinks.finished
  return success({
    integration_id: integration.id,
    username: integration.sftpUser,
    host: ports.sftp.host,
    port: ports.sftp.port,
    folder: '/',
    file_names: fileNames,
  })
}

/** Gives the customer's HR system its SFTP user, or the user other keys. */
export const connect = (ports: ConnectPorts): FlowEndpoint =>
  inFlow(ports, async (link, { body }) => {
    if (link.finishedAt !== null) return deadLinks.finished
    if (link.kind === 'setup') return setupOnly
    const input = parseBody(ConnectionSchema, body)
    if (input.kind === 'refused') return input
    return tellingFailure(ports, link, () => giveKeys(ports, link, input.value))
  })
