import { type Caller, seesPeople } from '#core/api/endpoint.ts'
import type { Issue } from '#core/issues/issue.ts'

/** What a caller may see of issues: their examples are cells, which are for those who may see personal data. */
export const issuesFor =
  (caller: Caller | null) =>
  (issues: readonly Issue[]): readonly Issue[] =>
    seesPeople(caller) ? issues : issues.map((issue) => ({ ...issue, example: null }))
