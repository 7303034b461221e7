import * as v from 'valibot'
import { Fault } from '#core/fault.ts'
import { type Identities, identitiesOf, noIdentities } from '#core/ids/identities.ts'
import { type Link, LinkSchema, linksAfter } from '#core/ids/links.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments, updateDocument } from './documents.ts'
import { identityChangeKey, identityPartition } from './keys.ts'

/**
 * Links that were made, or undone, together, and the change before them. Written once: the integration names the last one that counts,
 * and what no other names never happened.
 */
const IdentityChangeSchema = v.object({
  id: v.string(),
  integrationId: v.string(),
  previous: v.nullable(v.string()),
  links: v.array(LinkSchema),
  /** Links that are undone, each by its `to`. */
  undone: v.array(v.string()),
  reason: v.string(),
  /** epoch ms */
  at: v.number(),
})
export type IdentityChange = v.InferOutput<typeof IdentityChangeSchema>

export const keyOfIdentityChange = ({ integrationId, id }: Pick<IdentityChange, 'integrationId' | 'id'>) =>
  identityChangeKey(integrationId, id)

type Changes = ReadonlyMap<string, IdentityChange>

/** The changes up to one of them, oldest first. */
const changesUpTo = (changes: Changes, last: string): readonly IdentityChange[] => {
  const found: IdentityChange[] = []
  for (let id: string | null = last; id !== null; ) {
    const change = changes.get(id)
    if (!change) throw new Fault('CONTROL_DOCUMENT_INVALID', `a change of identities is missing: ${id}`)
    found.push(change)
    id = change.previous
  }
  return found.toReversed()
}

/** What was said about an integration's people, as it was after any of the changes. */
export type IdentityHistory = {
  readonly changes: (last: string | undefined) => readonly IdentityChange[]
  readonly identities: (last: string | undefined) => Identities
}

const historyOf = (all: Changes): IdentityHistory => {
  const changes = (last: string | undefined) => (last === undefined ? [] : changesUpTo(all, last))
  return {
    changes,
    identities: (last) =>
      last === undefined ? noIdentities : identitiesOf(last, () => linksAfter(changes(last)).map(({ link }) => link)),
  }
}

/** Reads nothing where nobody was ever linked. */
export const readIdentities = async (
  control: Pick<ControlStore, 'query'>,
  { id, identity }: { readonly id: string; readonly identity?: string | undefined },
): Promise<IdentityHistory> => {
  if (identity === undefined) return historyOf(new Map())
  const changes = new Map<string, IdentityChange>()
  for await (const change of listDocuments(control, identityPartition(id), IdentityChangeSchema))
    changes.set(change.id, change)
  return historyOf(changes)
}

/** Takes what somebody is and was called out of everything that was ever said about links; all other links stay as they are. Answers from how many documents. */
export const forgetInIdentities = async (
  control: Pick<ControlStore, 'get' | 'replace' | 'query'>,
  integrationId: string,
  remoteIds: readonly string[],
): Promise<number> => {
  const names = new Set(remoteIds)
  let documents = 0
  for await (const change of listDocuments(control, identityPartition(integrationId), IdentityChangeSchema)) {
    const isAbout = ({ from, to }: Pick<Link, 'from' | 'to'>): boolean => names.has(from) || names.has(to)
    if (!change.links.some(isAbout) && !change.undone.some((to) => names.has(to))) continue
    await updateDocument(control, keyOfIdentityChange(change), IdentityChangeSchema, (each) => ({
      ...each,
      links: each.links.filter((link) => !isAbout(link)),
      undone: each.undone.filter((to) => !names.has(to)),
    }))
    documents += 1
  }
  return documents
}
