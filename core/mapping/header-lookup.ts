import { compactKey, headerWords, keysOf, withoutLinks } from './header-words.ts'
import type { DatasetSynonyms, HeaderSynonyms } from './synonyms/header-synonyms.ts'

/** A field that a column of this name may fill. */
export type Candidate = { readonly field: string; readonly confidence: number }

const sureConfidence = 0.95
const likelyConfidence = 0.7

type Candidates = ReadonlyMap<string, readonly Candidate[]>

export type HeaderLookup = {
  /** Of names as they are written. */
  readonly exact: Candidates
  /** Of names without the small words in them. */
  readonly linkless: Candidates
  /** Names of several words, which a column may shorten. */
  readonly phrases: readonly (Candidate & { readonly words: readonly string[] })[]
}

type Named = Candidate & { readonly name: string }

const namesIn = (synonyms: HeaderSynonyms, confidence: number): readonly Named[] =>
  Object.entries(synonyms).flatMap(([field, names]) => names.split('|').map((name) => ({ field, confidence, name })))

const byKey = (named: readonly Named[], keyOf: (name: string) => string): Candidates => {
  const found = new Map<string, Candidate[]>()
  for (const { field, confidence, name } of named) {
    const key = keyOf(name)
    const known = found.get(key) ?? []
    if (!known.some((each) => each.field === field)) found.set(key, [...known, { field, confidence }])
  }
  return found
}

export const headerLookup = ({ sure, likely }: DatasetSynonyms): HeaderLookup => {
  const named = [...namesIn(sure, sureConfidence), ...namesIn(likely, likelyConfidence)]
  return {
    exact: byKey(named, compactKey),
    linkless: byKey(named, (name) => withoutLinks(headerWords(name)).join('')),
    phrases: named.map(({ field, confidence, name }) => ({
      field,
      confidence,
      words: withoutLinks(headerWords(name)),
    })),
  }
}

const leastLetters = 3

/** The words of a name that has some cut short, `Data assunz.`; true for those that may go on. */
const shortened = (name: string): readonly (readonly [word: string, goesOn: boolean])[] =>
  name
    .split(/[^\p{L}\p{N}.]+/u)
    .flatMap((part) => part.split(/(?<=\.)/))
    .flatMap((part) => headerWords(part).map((word) => [word, part.endsWith('.')] as const))
    .filter(([word]) => withoutLinks([word]).length > 0)

/** What a name may fill that shortens words by a full stop. */
export const lookUpShortened = ({ phrases }: HeaderLookup, name: string): Candidate | undefined => {
  const words = shortened(name)
  if (!words.some(([word, goesOn]) => goesOn && word.length >= leastLetters)) return undefined
  return phrases.find(
    (phrase) =>
      phrase.words.length === words.length &&
      words.every(([word, goesOn], i) =>
        goesOn && word.length >= leastLetters ? phrase.words[i]?.startsWith(word) : phrase.words[i] === word,
      ),
  )
}

export const lookUp = (found: Candidates, keys: readonly string[]): readonly Candidate[] =>
  keys.map((key) => found.get(key)).find((each) => each !== undefined) ?? []

/** Names divided by `|`, to their place in a list of such. */
export const placesOf = (lists: readonly string[]): ReadonlyMap<string, number> =>
  new Map(lists.flatMap((names, place) => keysOf(names).map((key): [string, number] => [key, place])).toReversed())
