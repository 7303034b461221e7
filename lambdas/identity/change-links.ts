import { readDocument, updateDocument } from '#core/control/documents.ts'
import {
  type IdentityChange,
  type IdentityHistory,
  keyOfIdentityChange,
  readIdentities,
} from '#core/control/identity-change.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, stateKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { Fault } from '#core/fault.ts'
import { timeId } from '#core/ids/base58.ts'
import { firstConflict, type Link, type LinkConflict, linksAfter } from '#core/ids/links.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { IdentityPorts } from './ports.ts'

/** Why links, or their undoing, were refused: `place` is the first of them that cannot be. */
type LinksRefused =
  | { readonly kind: 'conflict'; readonly place: number; readonly conflict: LinkConflict }
  /** Nobody is, or was, stored under that id. */
  | { readonly kind: 'unknown'; readonly place: number; readonly remoteId: string }
  /** There is no such link. */
  | { readonly kind: 'no-link'; readonly place: number }

export type LinksChanged = { readonly kind: 'changed'; readonly count: number; readonly syncId: string } | LinksRefused

/** What is to change, once nothing speaks against it. */
type Wish = Pick<IdentityChange, 'links' | 'undone' | 'reason'>

/** So many links fit into one document, however long their ids are. */
const linksInDocument = 400
/** Two people rarely change links of one customer in the same moment. */
const maxAttempts = 5

const pieces = ({ links, undone, reason }: Wish): readonly Wish[] => {
  const found: Wish[] = []
  for (let at = 0; at < Math.max(links.length, undone.length); at += linksInDocument) {
    const end = at + linksInDocument
    found.push({ links: links.slice(at, end), undone: undone.slice(at, end), reason })
  }
  return found
}

/** Writes the changes, each behind the one before it; they count from the moment when the integration names the last. */
const putChanges = async (
  { control, system }: IdentityPorts,
  { id: integrationId, identity }: Integration,
  wish: Wish,
): Promise<boolean> => {
  let previous = identity ?? null
  for (const piece of pieces(wish)) {
    const at = system.clock()
    const change: IdentityChange = { ...piece, id: timeId(at, system.random), integrationId, previous, at }
    await control.create(keyOfIdentityChange(change), change)
    previous = change.id
  }
  const last = previous ?? undefined
  const after = await updateDocument(control, integrationKey(integrationId), IntegrationSchema, (each) =>
    each.identity === identity && last !== undefined ? { ...each, identity: last } : each,
  )
  return after?.identity === last
}

type Refuse = (history: IdentityHistory, integration: Integration) => Promise<LinksRefused | undefined>

/** Changes links all at once, or none of them, and queues the sync that carries it out. */
const changeLinks = async (
  ports: IdentityPorts,
  integrationId: string,
  wish: Wish,
  refusal: Refuse,
): Promise<LinksChanged> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const integration = await readDocument(ports.control, integrationKey(integrationId), IntegrationSchema)
    if (!integration) break
    const refused = await refusal(await readIdentities(ports.control, integration), integration)
    if (refused) return refused
    if (!(await putChanges(ports, integration, wish))) continue
    const sync = await queueSync(ports, { integrationId, reason: 'identity' })
    return { kind: 'changed', count: wish.links.length + wish.undone.length, syncId: sync.id }
  }
  throw new Fault('STORE_CONTENDED', `links of ${integrationId}`)
}

/** The first link of which nobody is stored whose id the person is to keep. */
const unknownIn = async (
  { control, records, system }: IdentityPorts,
  integrationId: string,
  links: readonly Link[],
  keyOf: (remoteId: string) => string,
): Promise<LinksRefused | undefined> => {
  const state = await readDocument(control, stateKey(integrationId), IntegrationStateSchema)
  const generation = state?.generations.hris_employees
  const given = new Set(links.map(({ to }) => to))
  // Of a chain within these links, only the first is stored.
  const names = links.map(({ from, to, keep }) => (keep === 'to' ? to : given.has(from) ? null : from))
  const ids = names.map((name) => name && recordId(system.hash, integrationId, 'hris_employees', keyOf(name)))
  const space = generation && { integrationId, model: 'hris_employees' as const, ...generation }
  const wanted = ids.filter((id) => id !== null)
  const stored = space && wanted.length > 0 ? await records.get(space, wanted) : []
  const found = new Set(stored.map(({ id }) => id))
  const place = ids.findIndex((id) => id !== null && !found.has(id))
  return place < 0 ? undefined : { kind: 'unknown', place, remoteId: names[place] ?? '' }
}

export const linkPeople = (
  ports: IdentityPorts,
  integrationId: string,
  { links, reason }: Pick<Wish, 'links' | 'reason'>,
): Promise<LinksChanged> =>
  changeLinks(ports, integrationId, { links, undone: [], reason }, async (history, { identity }) => {
    const standing = linksAfter(history.changes(identity)).map(({ link }) => link)
    const found = firstConflict(standing, links)
    if (found) return { kind: 'conflict', ...found }
    return unknownIn(ports, integrationId, links, history.identities(identity).keyOf)
  })

/** Undoes links, each named by its `to`: whoever is called so is somebody else again. */
export const unlinkPeople = (
  ports: IdentityPorts,
  integrationId: string,
  { undone, reason }: Pick<Wish, 'undone' | 'reason'>,
): Promise<LinksChanged> =>
  changeLinks(ports, integrationId, { links: [], undone, reason }, async (history, { identity }) => {
    const standing = new Set(linksAfter(history.changes(identity)).map(({ link }) => link.to))
    const place = undone.findIndex((to) => !standing.has(to))
    return place < 0 ? undefined : { kind: 'no-link', place }
  })
