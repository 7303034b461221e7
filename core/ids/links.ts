import * as v from 'valibot'

const maxRemoteIdLength = 200
const RemoteIdSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxRemoteIdLength))

/** Says that two remote ids mean one person: `from` is what the HR system called them so far, `to` what it calls them now. */
export const LinkSchema = v.object({
  from: RemoteIdSchema,
  to: RemoteIdSchema,
  /** Whose record keeps its `id`. */
  keep: v.optional(v.picklist(['from', 'to']), 'from'),
})
export type Link = Readonly<v.InferOutput<typeof LinkSchema>>

/** All that one person was and is called, oldest first; `key` is that of the names from which the `id` of the record is made. */
export type LinkedPerson = { readonly key: string; readonly names: readonly string[] }

type People = ReadonlyMap<string, LinkedPerson>

const join = (people: People, { from, to, keep }: Link): LinkedPerson => {
  const before = people.get(from) ?? { key: from, names: [from] }
  return { key: keep === 'to' ? to : before.key, names: [...before.names, to] }
}

const addLink = (people: Map<string, LinkedPerson>, link: Link): void => {
  const person = join(people, link)
  for (const name of person.names) people.set(name, person)
}

/** The people whom links tell of, by each of their names. */
export const linkedPeople = (links: Iterable<Link>): People => {
  const people = new Map<string, LinkedPerson>()
  for (const link of links) addLink(people, link)
  return people
}

/** What speaks against a link: it links an id to itself, from an id that has gone on to another one already, or to one that is linked already. */
export type LinkConflict = 'itself' | 'gone-on' | 'taken'

/** Whether a link can stand beside those that make these people. */
export const conflictOf = (people: People, { from, to }: Pick<Link, 'from' | 'to'>): LinkConflict | undefined => {
  if (from === to) return 'itself'
  if (people.has(to)) return 'taken'
  return (people.get(from)?.names.at(-1) ?? from) === from ? undefined : 'gone-on'
}

/** The first of some new links that cannot stand beside those that there are and those before it; undefined when all can. */
export const firstConflict = (
  before: Iterable<Link>,
  links: readonly Link[],
): { readonly place: number; readonly conflict: LinkConflict } | undefined => {
  const people = new Map(linkedPeople(before))
  for (const [place, link] of links.entries()) {
    const conflict = conflictOf(people, link)
    if (conflict) return { place, conflict }
    addLink(people, link)
  }
  return undefined
}

/** Links that were made, or undone, together. */
export type LinkChange = { readonly links: readonly Link[]; readonly undone: readonly string[] }

/** The links that stand after some changes, in the order in which they were made. A link is undone by its `to`. */
export const linksAfter = <Change extends LinkChange>(
  changes: Iterable<Change>,
): readonly { readonly link: Link; readonly change: Change }[] => {
  const standing = new Map<string, { readonly link: Link; readonly change: Change }>()
  for (const change of changes) {
    for (const to of change.undone) standing.delete(to)
    for (const link of change.links) standing.set(link.to, { link, change })
  }
  return [...standing.values()]
}
