import type { Caller } from '#core/api/endpoint.ts'
import type { Issue } from '#core/issues/issue.ts'

/** What a caller may see of issues: their examples are cells, which are for admins. */
export const issuesFor =
  (caller: Caller | null) =>
  (issues: readonly Issue[]): readonly Issue[] =>
    caller?.kind === 'member' && caller.role !== 'admin' ? issues.map((issue) => ({ ...issue, example: null })) : issues
