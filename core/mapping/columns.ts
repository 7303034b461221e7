import { wordKey } from '#core/values/word-key.ts'

const compact = (name: string): string => wordKey(name).replaceAll(' ', '')

/** Where a column stands: by its exact name, else by the only name that differs just in case, accents or punctuation. -1 when absent. */
export const columnIndex = (header: readonly string[], name: string): number => {
  const exact = header.indexOf(name)
  if (exact >= 0) return exact
  const wanted = compact(name)
  const alike = header.flatMap((column, index) => (wanted !== '' && compact(column) === wanted ? [index] : []))
  return alike.length === 1 ? (alike[0] ?? -1) : -1
}

const pairs = (text: string): readonly string[] => Array.from(text.slice(1), (second, i) => `${text[i]}${second}`)

/** Share of letter pairs two names have in common, 0 to 1. */
const likeness = (one: string, other: string): number => {
  const left = pairs(compact(one))
  const right = new Set(pairs(compact(other)))
  return left.length + right.size === 0
    ? 0
    : (2 * left.filter((pair) => right.has(pair)).length) / (left.length + right.size)
}

const leastLikeness = 0.5

/** The column that a missing one was probably renamed to. */
export const likelyRenamed = (missing: string, candidates: readonly string[]): string | undefined => {
  let best: string | undefined
  let bestLikeness = leastLikeness
  for (const candidate of candidates) {
    const found = likeness(missing, candidate)
    if (found >= bestLikeness) {
      best = candidate
      bestLikeness = found
    }
  }
  return best
}
