import type { Issue } from './issue.ts'

/** Whose cells the issues of a file may quote: everybody's, those of people who are certain to be stored, or nobody's. */
export type Quotes = 'all' | 'kept' | 'none'

const unquoted = (found: Issue): Issue => (found.example === null ? found : { ...found, example: null })
const asItIs = (found: Issue): Issue => found

/** Takes the quotes out of issues that must not have them. */
export const quoting = (quotes: Quotes) => ({
  all: quotes === 'all',
  /** About a row of which nobody knows whose it is. */
  ofAnybody: quotes === 'all' ? asItIs : unquoted,
  /** About a row of somebody who is stored. */
  ofKept: quotes === 'none' ? unquoted : asItIs,
})
