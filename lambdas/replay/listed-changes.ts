import type { ModelId } from '#core/model/models.ts'
import type { Comparison } from '#core/sync/compare.ts'
import type { Rebuilt } from '../sync/rebuild-file.ts'

const changeKinds = ['created', 'changed', 'removed', 'held', 'left_out'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One record that a file would change. */
export type ListedChange = {
  readonly kind: ChangeKind
  readonly model: ModelId
  readonly id: string
  readonly remoteId: string
}

const livingChanges = function* ({ records }: Comparison): Generator<ListedChange> {
  for (const { next, difference, absentSince } of records.values()) {
    const { id, model, remoteId } = next
    if (absentSince !== null) yield { kind: 'held', id, model, remoteId }
    else if (difference === 'created' || difference === 'changed') yield { kind: difference, id, model, remoteId }
  }
}

/** Every record that would change, sorted by how; in an order that does not change while nothing else does. */
export const listedChanges = ({ comparison, leftOut }: Rebuilt): readonly ListedChange[] => {
  const gone = comparison.removed.map(
    ({ id, model, remoteId }): ListedChange => ({
      kind: leftOut?.ids.has(id) ? 'left_out' : 'removed',
      id,
      model,
      remoteId,
    }),
  )
  const all = [...livingChanges(comparison), ...gone]
  return changeKinds.flatMap((kind) => all.filter((each) => each.kind === kind))
}
