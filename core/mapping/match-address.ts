import { addressShapes } from './field-shapes.ts'
import { fullWordings, headerWords, keysOf } from './header-words.ts'
import { matchShape } from './match-composed.ts'
import { addressParts, fillerWords, homeWords, workWords } from './synonyms/addresses.ts'

const partByKey = new Map(
  Object.entries(addressParts).flatMap(([part, names]) => keysOf(names).map((key) => [key, part] as const)),
)
const wordsOf = (names: string): ReadonlySet<string> => new Set(keysOf(names))
const work = wordsOf(workWords)
const home = wordsOf(homeWords)
const filler = wordsOf(fillerWords)

/** Whose address a column is part of; `open` when its name does not say. */
export type AddressMatch = { readonly owner: 'home' | 'work' | 'open'; readonly part: string }

export const matchAddress = (name: string): AddressMatch | undefined => {
  const words = headerWords(name)
  const rest = words.filter((word) => !work.has(word) && !home.has(word))
  // `Address City` and `City Address` are the city.
  const [first = '', last = ''] = [rest[0], rest.at(-1)]
  const shorter = rest.slice(filler.has(first) ? 1 : 0, filler.has(last) ? -1 : undefined)
  const ways = [words, rest, rest.slice(0, filler.has(last) ? -1 : undefined), shorter]
  const keys = [...ways, ...ways.flatMap(fullWordings)].map((each) => each.join(''))
  const known = keys.map((key) => partByKey.get(key)).find((each) => each !== undefined)
  const part = known ?? matchShape(addressShapes, name)?.field
  if (part === undefined) return undefined
  if (words.some((word) => work.has(word))) return { owner: 'work', part }
  return { owner: words.some((word) => home.has(word)) ? 'home' : 'open', part }
}
