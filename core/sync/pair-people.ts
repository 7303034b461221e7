import type { PersonTraits } from './person-traits.ts'

export type Person = { readonly id: string; readonly remoteId: string; readonly traits: PersonTraits }

/** By what two records were found to be of one person. */
export const pairedBy = ['email', 'name_and_birth_date'] as const
export type PairedBy = (typeof pairedBy)[number]

/** Somebody who is known, and somebody whom a file gives under another id: probably the same person. */
type Pair<Each, By> = { readonly known: Each; readonly given: Each; readonly by: By }

/** A way to tell people apart: its name, and what of a person is compared. */
type Way<Each, By> = { readonly by: By; readonly keysOf: (person: Each) => readonly string[] }

const keysBy: Readonly<Record<PairedBy, (traits: PersonTraits) => readonly string[]>> = {
  email: ({ emails }) => emails,
  name_and_birth_date: ({ names, birthDate }) =>
    names.length > 1 && birthDate !== null ? [`${names.join(' ')} ${birthDate}`] : [],
}

/** By each key the one person who has it; keys that several have tell nothing. */
const byKey = <Each>(people: Iterable<Each>, keysOf: Way<Each, unknown>['keysOf']): ReadonlyMap<string, Each> => {
  const found = new Map<string, Each>()
  const shared = new Set<string>()
  for (const person of people)
    for (const key of keysOf(person)) {
      if (found.has(key)) shared.add(key)
      found.set(key, person)
    }
  for (const key of shared) found.delete(key)
  return found
}

/** Finds people under two ids, one way after another among who is left. Nobody is in two pairs. */
export const pairsBy = <Each, By>(
  known: readonly Each[],
  given: readonly Each[],
  ways: readonly Way<Each, By>[],
): readonly Pair<Each, By>[] => {
  const leftKnown = new Set(known)
  const leftGiven = new Set(given)
  const pairs: Pair<Each, By>[] = []
  for (const { by, keysOf } of ways) {
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

/** Finds people under two ids: by their e-mail address, and who is left by name and birth date. */
export const pairPeople = (
  known: readonly Person[],
  given: readonly Person[],
  kinds: readonly PairedBy[] = pairedBy,
): readonly Pair<Person, PairedBy>[] =>
  pairsBy(
    known,
    given,
    kinds.map((by) => ({ by, keysOf: ({ traits }) => keysBy[by](traits) })),
  )
