import type { Link } from '#core/ids/links.ts'
import { recordId } from '#core/ids/record-id.ts'
import { type LinksChanged, linkPeople, unlinkPeople } from '../../lambdas/identity/change-links.ts'
import type { IdentityPorts } from '../../lambdas/identity/ports.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { integrationId, type Workplace } from './workplace.ts'

const system = systemOf('test')

const identityPorts = (work: Workplace): IdentityPorts => ({
  ...work.ports,
  system: { ...system, clock: work.now },
})

const messageOf = (changed: LinksChanged) => {
  if (changed.kind !== 'changed') throw new Error(changed.kind)
  return { kind: 'sync' as const, integrationId, syncId: changed.syncId, reason: 'identity' as const }
}

export const idOfPerson = (remoteId: string): string => recordId(system.hash, integrationId, 'hris_employees', remoteId)

/** Links by the ids from and to, and answers what came of it. */
export const tryLinks = (work: Workplace, links: readonly Link[]): Promise<LinksChanged> =>
  linkPeople(identityPorts(work), integrationId, { links: [...links], reason: 'the same person' })

/** Links, and answers the message of the sync that carries it out. */
export const link = async (work: Workplace, ...pairs: readonly (readonly [string, string, Link['keep']?])[]) =>
  messageOf(
    await tryLinks(
      work,
      pairs.map(([from, to, keep = 'from']) => ({ from, to, keep })),
    ),
  )

export const unlink = async (work: Workplace, ...undone: readonly string[]) =>
  messageOf(await unlinkPeople(identityPorts(work), integrationId, { undone: [...undone], reason: 'two people' }))

const storedPeople = async (work: Workplace) => {
  const { generations } = await work.state()
  return work.recordsIn('hris_employees', generations.hris_employees ?? { generation: 1, shards: 1 })
}

/** Everybody by id: what they are called, and whether they are still there. */
export const people = async (work: Workplace): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    (await storedPeople(work)).map(({ id, remoteId, deletedAt }) => [
      id,
      deletedAt === null ? `${remoteId}` : `${remoteId} gone`,
    ]),
  )

/** The record whose id is made of this remote id. */
export const bodyOfPerson = async (work: Workplace, remoteId: string) => {
  const stored = await storedPeople(work)
  return JSON.parse(stored.find(({ id }) => id === idOfPerson(remoteId))?.body ?? '{}')
}
