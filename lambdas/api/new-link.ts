import { refuse } from '#core/api/answer.ts'
import { linkLifetime } from '#core/api/connection-link.ts'
import { issueCredential, tokenText } from '#core/connect/credential.ts'
import { linkKey } from '#core/control/keys.ts'
import type { Link } from '#core/control/link.ts'
import { readScopeConfig } from '#core/control/scope-config.ts'
import type { ApiPorts } from './ports.ts'

type Wish = Omit<Link, 'id' | 'secretHash' | 'createdAt' | 'expiresAt' | 'finishedAt'>

/** The page that each kind of link opens. */
const pages = { connect: 'connect', relink: 'connect', setup: 'setup' } as const

/** Makes a link and answers its address, which holds the token and is never shown again. */
export const newLink = async (
  { control, system, publicUrl }: Pick<ApiPorts, 'control' | 'system' | 'publicUrl'>,
  wish: Wish,
): Promise<string> => {
  const credential = issueCredential(system)
  const createdAt = system.clock()
  const link: Link = {
    id: credential.id,
    secretHash: credential.secretHash,
    ...wish,
    createdAt,
    expiresAt: createdAt + linkLifetime[wish.linkType],
    finishedAt: null,
  }
  await control.create(linkKey(link.id), link)
  return `${publicUrl}/${pages[wish.kind]}?token=${tokenText(credential)}`
}

/** A link may only name a scope configuration that there is; `null` leaves it to the default. */
export const refuseUnknownScope = async ({ control }: Pick<ApiPorts, 'control'>, id: string | null) =>
  id === null || (await readScopeConfig(control, id))
    ? undefined
    : refuse(
        'PLATFORM.INPUT_INVALID',
        `scope_config_id: there is no scope config "${id}". Leave it out for the default.`,
      )
