import type { Issue } from '#core/issues/issue.ts'

const shownExamples = 3

export type TroubleGroup = {
  readonly code: Issue['code']
  readonly examples: readonly string[]
  /** How many more there are of the kind than are shown. */
  readonly more: number
}

/** What is wrong, kind by kind, with a few cells of each: the same trouble in a thousand cells is one. */
export const troubleGroups = (issues: readonly Issue[]): readonly TroubleGroup[] =>
  [...Map.groupBy(issues, ({ code }) => code)].map(([code, alike]) => {
    const examples = [...new Set(alike.flatMap(({ example }) => example ?? []))]
    const shown = examples.slice(0, shownExamples)
    return { code, examples: shown, more: examples.length - shown.length }
  })
