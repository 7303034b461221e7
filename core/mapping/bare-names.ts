import { headerWords } from './header-words.ts'

const half = 0.5
const leastColumns = 4
const mostLetters = 6

const firstPart = (name: string): string => /^(\p{L}[\p{L}\d]*)[_.]/u.exec(name)?.[1] ?? ''

/** What at least half of the names begin with as the columns of a table do, `PSA_` or `RA_`; a word that says something is none. */
const sharedPrefix = (names: readonly string[]): string | undefined => {
  const counts = Map.groupBy(names.map(firstPart), (part) => part)
  return [...counts].find(
    ([part, found]) =>
      part !== '' &&
      part.length <= mostLetters &&
      found.length >= leastColumns &&
      found.length > names.length * half &&
      headerWords(part).length === 1,
  )?.[0]
}

/** The names of columns without what the table that they come from is called, where most of them begin with it. */
export const bareNames = (names: readonly string[]): readonly string[] => {
  const prefix = sharedPrefix(names)
  return prefix === undefined
    ? names
    : names.map((name) => (firstPart(name) === prefix ? name.slice(prefix.length + 1) : name))
}
