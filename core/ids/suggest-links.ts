import { isJsonObject, type Json, type JsonObject } from '#core/records/built-record.ts'
import { type PairedBy, type Person, pairedBy, pairPeople, pairsBy } from '#core/sync/pair-people.ts'
import { personTraits } from '#core/sync/person-traits.ts'
import { conflictOf, type Link, linkedPeople } from './links.ts'

/** Somebody who may be the same as somebody else, with the text by which to find out, if that is not what tells people apart anyway. */
export type Candidate = Person & { readonly text: string | null }

/** A link that nobody has made yet. */
export type SuggestedLink = Pick<Link, 'from' | 'to'> & {
  /** Of the record that keeps its id. */
  readonly id: string
  /** What both have in common: `email`, `name_and_birth_date`, or the name of a field. */
  readonly by: string
}

const isTrait = (by: string | undefined): by is PairedBy => pairedBy.some((each) => each === by)

const textAt = (body: JsonObject, field: string): string | null => {
  const value = field
    .split('.')
    .reduce<Json | undefined>((found, name) => (isJsonObject(found) ? found[name] : undefined), body)
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return String(value).trim().toLowerCase() || null
}

/** Somebody as what is stored of them, or stands in a file, tells. `by`: the field that is compared, for example `employee_number`. */
export const candidateOf = (id: string, remoteId: string, body: JsonObject, by: string | undefined): Candidate => ({
  id,
  remoteId,
  traits: personTraits(body),
  text: by === undefined || isTrait(by) ? null : textAt(body, by),
})

const pairs = (from: readonly Candidate[], to: readonly Candidate[], by: string | undefined) => {
  if (by === undefined) return pairPeople(from, to)
  if (isTrait(by)) return pairPeople(from, to, [by])
  return pairsBy(from, to, [{ by, keysOf: ({ text }) => (text === null ? [] : [text]) }])
}

/**
 * Who of some people who are missing is probably whom of those who are there: only pairs about which nothing is ambiguous, and that can
 * stand beside the links that there are.
 */
export const suggestLinks = (
  missing: readonly Candidate[],
  there: readonly Candidate[],
  by: string | undefined,
  standing: Iterable<Link>,
): readonly SuggestedLink[] => {
  const people = linkedPeople(standing)
  return pairs(missing, there, by)
    .map(({ known, given, by: found }) => ({ id: known.id, from: known.remoteId, to: given.remoteId, by: found }))
    .filter(({ from, to }) => conflictOf(people, { from, to }) === undefined)
}
