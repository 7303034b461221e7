import type { ComparedRecord, Comparison } from '#core/sync/compare.ts'
import type { Stamps } from '#core/sync/stamp-table.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'
import type { ModelWrite } from './plan-writes.ts'

type References = ComparedRecord['next']['references']

const groupsIn = (references: References = []): string =>
  references
    .filter(({ role }) => role === 'group')
    .map(({ id }) => id)
    .sort()
    .join()

const membershipsDiffer = ({ records, removed }: Comparison): boolean =>
  removed.some(({ references }) => groupsIn(references) !== '') ||
  records.values().some(({ base, next }) => groupsIn(base?.references) !== groupsIn(next.references))

/**
 * The models of which `updated_after` now shows something that it did not show before, and the memberships if any differs.
 * Ids to remove that were never stored left no stamp: nobody has seen them.
 */
export const changedModels = (
  comparison: Comparison,
  writes: readonly ModelWrite[],
  stamps: Stamps,
): readonly ChangedModel[] => {
  const models = writes
    .filter(({ ids, changed, feeds }) => feeds || ids.slice(changed, ids.size).some((id) => stamps.has(id)))
    .map(({ model }) => model)
  return membershipsDiffer(comparison) ? [...models, 'hris_join_employees_teams'] : models
}
