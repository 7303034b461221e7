import { kindsOfName } from './word-kinds.ts'

const leastColumns = 4
/** Of the columns of an export that names its table in them. */
const enough = 0.33
const mostLetters = 6

const firstPart = (name: string): string => /^(\p{L}[\p{L}\d]*)[_.]/u.exec(name)?.[1] ?? ''
const lastPart = (name: string): string => /(?:#\p{L}+|__c)$/u.exec(name)?.[0] ?? ''

/** Whether a word tells nothing, `taxeedetail`. */
const saysNothing = (part: string): boolean =>
  kindsOfName(part).words.every((kinds) => kinds.size === 0 || kinds.has('filler') || kinds.has('owner'))

const shared = (parts: readonly string[], isOne: (part: string, count: number) => boolean): ReadonlySet<string> =>
  new Set(
    [...Map.groupBy(parts, (part) => part)]
      .filter(([part, { length }]) => part !== '' && length > 1 && isOne(part, length))
      .map(([part]) => part),
  )

/** The names of columns without what their table or group is called, `PSA_`, `root.` or `#psd`, where several share it. */
export const bareNames = (names: readonly string[]): readonly string[] => {
  const isTable = (part: string, count: number): boolean =>
    part.length <= mostLetters && count >= leastColumns && count >= names.length * enough
  const prefixes = shared(names.map(firstPart), (part, count) => isTable(part, count) || saysNothing(part))
  const suffixes = shared(names.map(lastPart), (_, count) => count >= leastColumns)
  return names.map((name) => {
    const suffix = lastPart(name)
    const rest = suffixes.has(suffix) ? name.slice(0, -suffix.length) : name
    const prefix = firstPart(rest)
    return prefixes.has(prefix) && prefix.length + 1 < rest.length ? rest.slice(prefix.length + 1) : rest
  })
}
