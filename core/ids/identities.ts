import { type Link, type LinkedPerson, linkedPeople } from './links.ts'

/** Which remote ids of an integration mean the same person. */
export type Identities = {
  /** Another one whenever any of them may be another; empty where nobody was ever linked. */
  readonly name: string
  /** What the `id` of the person's record is made of. */
  readonly keyOf: (remoteId: string) => string
  /** Above 0 for ids that are linked. Where several of a person stand in a file, the row of the highest one counts. */
  readonly rankOf: (remoteId: string) => number
}

export const noIdentities: Identities = { name: '', keyOf: (remoteId) => remoteId, rankOf: () => 0 }

/** What links come to. They are looked through when somebody is first asked for: a file without changes asks for nobody. */
export const identitiesOf = (name: string, links: () => Iterable<Link>): Identities => {
  let people: ReadonlyMap<string, LinkedPerson> | undefined
  const personOf = (remoteId: string): LinkedPerson | undefined => {
    people ??= linkedPeople(links())
    return people.get(remoteId)
  }
  return {
    name,
    keyOf: (remoteId) => personOf(remoteId)?.key ?? remoteId,
    rankOf: (remoteId) => (personOf(remoteId)?.names.indexOf(remoteId) ?? -1) + 1,
  }
}
