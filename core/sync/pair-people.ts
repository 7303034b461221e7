import type { PersonTraits } from './person-traits.ts'

export type Person = { readonly id: string; readonly remoteId: string; readonly traits: PersonTraits }

/** By what two records were found to be of one person. */
export const pairedBy = ['email', 'name_and_birth_date'] as const
export type PairedBy = (typeof pairedBy)[number]

/** A record that is known, and one that a file gives under another id: probably the same person. */
export type Pair = { readonly known: Person; readonly given: Person; readonly by: PairedBy }

type KeysOf = (traits: PersonTraits) => readonly string[]

const keysBy: Readonly<Record<PairedBy, KeysOf>> = {
  email: ({ emails }) => emails,
  name_and_birth_date: ({ names, birthDate }) =>
    names.length > 1 && birthDate !== null ? [`${names.join(' ')} ${birthDate}`] : [],
}

/** By each key the one person who has it; keys that several have tell nothing. */
const byKey = (people: Iterable<Person>, keysOf: KeysOf): ReadonlyMap<string, Person> => {
  const found = new Map<string, Person>()
  const shared = new Set<string>()
  for (const person of people)
    for (const key of keysOf(person.traits)) {
      if (found.has(key)) shared.add(key)
      found.set(key, person)
    }
  for (const key of shared) found.delete(key)
  return found
}

/** Finds people under two ids: by their e-mail address, and who is left by name and birth date. Nobody is in two pairs. */
export const pairPeople = (
  known: readonly Person[],
  given: readonly Person[],
  kinds: readonly PairedBy[] = pairedBy,
): readonly Pair[] => {
  const leftKnown = new Set(known)
  const leftGiven = new Set(given)
  const pairs: Pair[] = []
  for (const by of kinds) {
    const keysOf = keysBy[by]
    const others = byKey(leftGiven, keysOf)
    for (const [key, person] of byKey(leftKnown, keysOf)) {
      const other = others.get(key)
      if (!other || !leftKnown.has(person) || !leftGiven.has(other)) continue
      pairs.push({ known: person, given: other, by })
      leftKnown.delete(person)
      leftGiven.delete(other)
    }
  }
  return pairs
}
