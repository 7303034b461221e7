import type { Issue } from './issue.ts'

const ranks = { error: 0, warning: 1, info: 2 } as const

/** Puts the gravest issues first. */
export const bySeverity = (a: Pick<Issue, 'severity'>, b: Pick<Issue, 'severity'>): number =>
  ranks[a.severity] - ranks[b.severity]
