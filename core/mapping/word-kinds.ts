import { compactKey, headerWords } from './header-words.ts'
import { remembered } from './remembered.ts'
import { generalWords } from './synonyms/words/general.ts'
import { jobWords } from './synonyms/words/job.ts'
import { payWords } from './synonyms/words/pay-time.ts'
import { personWords } from './synonyms/words/person.ts'
import { placeWords } from './synonyms/words/places.ts'

const words = { ...generalWords, ...personWords, ...jobWords, ...placeWords, ...payWords }

export type Kind = keyof typeof words
export type Kinds = ReadonlySet<string>

/** The words of a name by their kinds, in order; `isShort` where some were only told by how they begin. */
export type KindsOfName = { readonly words: readonly Kinds[]; readonly isShort: boolean }

const lexicon: ReadonlyMap<string, Kinds> = new Map(
  [
    ...Map.groupBy(
      Object.entries(words).flatMap(([kind, names]) =>
        names.split('|').map((name) => ({ kind, key: compactKey(name) })),
      ),
      ({ key }) => key,
    ),
  ].map(([key, found]) => [key, new Set(found.map(({ kind }) => kind))]),
)

/** Those of several words. */
const phrases: ReadonlySet<string> = new Set(
  Object.values(words).flatMap((names) => names.split('|').filter((name) => name.includes(' '))),
)

const compounds: ReadonlySet<string> = new Set([...phrases].map(compactKey))

const stemLetters = 2
/** Longer words by how they begin. */
const byStem = Map.groupBy(lexicon.keys(), (key) => key.slice(0, stemLetters))

const unknown: Kinds = new Set()
const ordinals: ReadonlyMap<string, Kinds> = new Map([
  ['1', new Set(['one', 'filler'])],
  ['2', new Set(['two', 'other'])],
])

const leastPart = 3
/** Longer ones are no words. */
const mostOfCompound = 40
/** Parts of compounds that are shorter than others. */
const shortTails = new Set(['nr', 'no', 'id', 'cd', 'dt', 'nm'])
/** How technical names begin that are dates: `DNAISS`, `DTADMISSA`, `FNAC`. */
const dateHead = /^(?:dt|d|f)(?=\p{L}{4})/u
const dated = ['birth', 'hire', 'leave', 'effective', 'created']
/** How technical names begin whose second word is cut short: `DESMANS`, `IDDIPEND`. */
const partHead = /^(cod|cd|des|desc|id|num|nom|tel)(?=\p{L}{3})/u
const joints = ['', 's', 'n', 'en', 'es', 'er', 'e']

/** The parts of a compound, `Eintrittsdatum` or `hiredate`; undefined where it is none. */
const partsOf = (word: string): readonly string[] | undefined => {
  if (lexicon.has(word)) return [word]
  for (let end = word.length - 2; end >= leastPart; end -= 1) {
    const head = word.slice(0, end)
    if (!lexicon.has(head)) continue
    for (const joint of joints) {
      const tail = word.slice(end)
      if (!tail.startsWith(joint)) continue
      const rest = tail.slice(joint.length)
      if (rest.length < leastPart && !shortTails.has(rest)) continue
      const parts = partsOf(rest)
      if (parts !== undefined) return [head, ...parts]
    }
  }
  return undefined
}

const leastStem = 4
/** Shorter ones are how a word begins, and not several. */
const leastOfPhrase = 8

const leastMistyped = 6

/** Whether two words differ by a letter: one more, one less, another one, or two that changed places. */
const differByOne = (one: string, other: string): boolean => {
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  const [a, b] = at < 0 ? ['', other.slice(one.length)] : [one.slice(at), other.slice(at)]
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  )
}

/** What a long word may be that is mistyped, `Adress`. */
const kindsOfMistyped = (word: string): Kinds => {
  const alike = (byStem.get(word.slice(0, stemLetters)) ?? []).find(
    (key) => key.length >= leastMistyped && Math.abs(key.length - word.length) <= 1 && differByOne(word, key),
  )
  return lexicon.get(alike ?? '') ?? unknown
}

/** What a word may be that is cut short. */
const kindsOfStem = (stem: string): Kinds => {
  const isLong = stem.length >= leastOfPhrase
  const found = (byStem.get(stem.slice(0, stemLetters)) ?? []).filter(
    (key) => key.startsWith(stem) && (isLong || !compounds.has(key)),
  )
  return new Set(found.flatMap((key) => [...(lexicon.get(key) ?? [])]))
}

/** Between letters and digits, and behind capitals that stand before a word: `EEFirstName`. */
const boundaries = /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu

type Part = { readonly word: string; readonly isCut: boolean }

/** `address.city` is a path; in `Cod. UO` and `Fam.-Stand` a word is cut short. */
const isPath = (name: string): boolean => /^\S*\p{L}\.\p{L}{3,}\S*$/u.test(name)

/** The words of a name, those that a full stop cuts short among them. */
const split = (name: string): readonly Part[] =>
  (isPath(name) ? name.replaceAll('.', ' ') : name)
    .replace(/^\d+[.):\s-]+/, '')
    .split(/(?<=\.)|[^\p{L}\p{N}.#°º+]+/u)
    .flatMap((piece) => {
      // `CdC` is no camel case.
      const whole = compactKey(piece)
      if (lexicon.has(whole)) return [{ word: whole, isCut: false }]
      const spaced = piece.replace(boundaries, ' ')
      return headerWords(spaced).map((word) => ({ word, isCut: piece.endsWith('.') }))
    })
    .filter(({ word }) => word !== '')

const mostWords = 4

/** The most words from here on that are one of the lexicon, `cost center`. */
const phraseAt = (parts: readonly Part[], at: number): number => {
  for (let count = Math.min(mostWords, parts.length - at); count > 1; count -= 1) {
    const phrase = parts.slice(at, at + count).map(({ word }) => word)
    if (phrases.has(phrase.join(' '))) return count
  }
  return 1
}

const kindsOfPart = ({ word, isCut }: Part): { readonly words: readonly Kinds[]; readonly isShort?: boolean } => {
  const known = ordinals.get(word) ?? lexicon.get(word) ?? lexicon.get(word.replace(/(?<=\p{L}{4})s$/u, ''))
  if (known !== undefined) return { words: [known] }
  const parts = word.length > leastPart + 1 && word.length <= mostOfCompound ? partsOf(word) : undefined
  if (parts !== undefined) return { words: parts.map((part) => lexicon.get(part) ?? unknown) }
  const rest = word.replace(dateHead, '')
  const day = rest === word ? unknown : (lexicon.get(rest) ?? kindsOfStem(rest))
  if (dated.some((kind) => day.has(kind))) return { words: [lexicon.get('date') ?? unknown, day], isShort: true }
  const [head] = partHead.exec(word) ?? []
  const second = head === undefined ? unknown : kindsOfStem(word.slice(head.length))
  if (head !== undefined && second.size > 0) return { words: [lexicon.get(head) ?? unknown, second], isShort: true }
  const stem = (isCut ? word.length > 2 : word.length >= leastStem) ? kindsOfStem(word) : unknown
  if (stem.size > 0) return { words: [stem], isShort: true }
  if (word.length >= leastMistyped) return { words: [kindsOfMistyped(word)], isShort: true }
  return { words: [unknown] }
}

export const kindsOfName = remembered((name): KindsOfName => {
  const parts = split(name)
  const found: Kinds[] = []
  let isShort = false
  for (let at = 0; at < parts.length; ) {
    const count = phraseAt(parts, at)
    const phrase = parts.slice(at, at + count)
    const [only] = phrase
    if (count > 1) found.push(lexicon.get(phrase.map(({ word }) => word).join('')) ?? unknown)
    else if (only !== undefined) {
      const told = kindsOfPart(only)
      found.push(...told.words)
      isShort ||= told.isShort === true
    }
    at += count
  }
  return { words: found, isShort }
})
