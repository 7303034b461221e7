import { compactKey, headerWords, keysOf, withoutLinks } from './header-words.ts'
import type { DatasetSynonyms, HeaderSynonyms } from './synonyms/header-synonyms.ts'

/** A field that a column of this name may fill. */
export type Candidate = { readonly field: string; readonly confidence: number }

const sureConfidence = 0.95
const likelyConfidence = 0.7
/** Of names inside systems: each means one thing in the system that it comes from. */
const technicalConfidence = 0.88

type Candidates = ReadonlyMap<string, readonly Candidate[]>

export type HeaderLookup = {
  /** Of names as they are written. */
  readonly exact: Candidates
  /** Of names without the small words in them. */
  readonly linkless: Candidates
  /** Of the words of a name in any order, without the small ones. */
  readonly bags: Candidates
}

type Named = Candidate & { readonly name: string }

/** Of names that are as sure, the one that comes first in its list is the field's own: a hundred-thousandth tells them apart. */
const byPlace = 1e-5

const namesIn = (synonyms: HeaderSynonyms, confidence: number): readonly Named[] =>
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.split('|').map((name, place) => ({ field, confidence: confidence - place * byPlace, name })),
  )

/** The words of a name in an order that does not depend on theirs; undefined where it has but one. */
export const bagOf = (words: readonly string[]): string | undefined => {
  const telling = withoutLinks(words)
  return telling.length > 1 ? telling.toSorted().join(' ') : undefined
}

const byKey = (named: readonly Named[], keyOf: (name: string) => string | undefined): Candidates => {
  const found = new Map<string, Candidate[]>()
  for (const { field, confidence, name } of named) {
    const key = keyOf(name)
    if (key === undefined) continue
    const known = found.get(key) ?? []
    if (!known.some((each) => each.field === field)) found.set(key, [...known, { field, confidence }])
  }
  return found
}

export const headerLookup = ({ sure, likely, technical = {} }: DatasetSynonyms): HeaderLookup => {
  const named = [
    ...namesIn(sure, sureConfidence),
    ...namesIn(likely, likelyConfidence),
    ...namesIn(technical, technicalConfidence),
  ]
  return {
    exact: byKey(named, compactKey),
    linkless: byKey(named, (name) => withoutLinks(headerWords(name)).join('')),
    bags: byKey(named, (name) => bagOf(headerWords(name))),
  }
}

const leastLetters = 3
const leastInAll = 6

/** The words of a name that has some cut short, `Data assunz.`; true for those that may go on. */
const shortened = (name: string): readonly (readonly [word: string, goesOn: boolean])[] =>
  name
    .split(/[^\p{L}\p{N}.]+/u)
    .flatMap((part) => part.split(/(?<=\.)/))
    .flatMap((part) => headerWords(part).map((word) => [word, part.endsWith('.')] as const))
    .filter(([word]) => withoutLinks([word]).length > 0)

/** What a name may fill that shortens words by a full stop, in a compound too: `Fam.-Stand`. Nothing where it could be several fields. */
export const lookUpShortened = ({ linkless }: HeaderLookup, name: string): Candidate | undefined => {
  const words = shortened(name)
  const cut = words.filter(([word, goesOn]) => goesOn && word.length >= leastLetters)
  if (cut.length === 0 || words.reduce((sum, [word]) => sum + word.length, 0) < leastInAll) return undefined
  const spelled = words.map(([word, goesOn]) => (goesOn && word.length >= leastLetters ? `${word}\\p{L}*` : word))
  const shape = new RegExp(`^${spelled.join('')}$`, 'u')
  const keys = [...linkless.keys()].filter((key) => shape.test(key))
  const shortest = Math.min(...keys.map(({ length }) => length))
  const found = keys.filter(({ length }) => length === shortest).flatMap((key) => linkless.get(key) ?? [])
  const fields = new Set(found.map(({ field }) => field))
  return fields.size === 1 ? found[0] : undefined
}

export const lookUp = (found: Candidates, keys: readonly string[]): readonly Candidate[] =>
  keys.map((key) => found.get(key)).find((each) => each !== undefined) ?? []

/** Names divided by `|`, to their place in a list of such. */
export const placesOf = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, place) => keysOf(names).map((key): [string, number] => [key, place])).toReversed())
