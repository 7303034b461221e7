import type { ModelId } from '#core/model/models.ts'
import type { ComparedRecord, Comparison } from './compare.ts'
import type { DifferenceCounts } from './compared-records.ts'
import { isAsked } from './hold.ts'

/** Records that belong to `model`, their ids, and whether the feed tells of what they show of others now. */
export type Touched = {
  readonly model: ModelId
  readonly ids: ReadonlySet<string>
  readonly as: 'touched' | 'redrawn'
}

const isTouchable = ({ difference }: ComparedRecord, { as }: Touched): boolean =>
  difference === 'unchanged' || (difference === 'redrawn' && as === 'touched')

const wasSettled = ({ base }: Comparison, index: number, difference: Touched['as']): ComparedRecord => {
  const row = base.row(index)
  return { next: row, base: row, given: false, difference, absentSince: null }
}

/** Takes those that are settled out of the settled rows. */
const unsettle = (comparison: Comparison, { ids, as }: Touched) => {
  const settled = comparison.settled.slice()
  const taken = new Map<string, ComparedRecord>()
  for (const id of ids) {
    const index = comparison.base.find(id)
    if (settled[index] !== 1) continue
    settled[index] = 0
    taken.set(id, wasSettled(comparison, index, as))
  }
  return { settled, taken }
}

/** How the records that are not settled are counted once some are touched. */
const countsWith = ({ records }: Comparison, touched: Touched, taken: number) => {
  const { model, ids, as } = touched
  const met = [...ids].flatMap((id) => records.get(id) ?? []).filter(({ absentSince }) => !isAsked(absentSince))
  const number = (wanted: ComparedRecord['difference']): number =>
    met.filter((record) => record.difference === wanted && isTouchable(record, touched)).length
  const [unchanged, redrawn] = [number('unchanged'), number('redrawn')]
  const more = taken + unchanged + redrawn
  return (of: ModelId): DifferenceCounts => {
    const counts = records.counts(of)
    if (of !== model) return counts
    return {
      ...counts,
      touched: counts.touched + (as === 'touched' ? more : 0),
      redrawn: counts.redrawn - redrawn + (as === 'redrawn' ? more : 0),
      unchanged: counts.unchanged - unchanged,
    }
  }
}

/**
 * The same comparison, but these records are rendered anew: something that they show of others changed, and they do not mention it
 * themselves. Ids that no longer live are passed over.
 */
export const touch = (comparison: Comparison, touched: Touched): Comparison => {
  const { records } = comparison
  const { settled, taken } = unsettle(comparison, touched)
  const touchOne = (record: ComparedRecord): ComparedRecord =>
    touched.ids.has(record.next.id) && isTouchable(record, touched) ? { ...record, difference: touched.as } : record
  const withTaken = function* (some: Iterable<ComparedRecord>): Generator<ComparedRecord, undefined> {
    for (const record of some) yield touchOne(record)
    yield* taken.values()
  }
  return {
    ...comparison,
    settled,
    settledCount: comparison.settledCount - taken.size,
    records: {
      size: records.size + taken.size,
      has: (id) => taken.has(id) || records.has(id),
      get: (id) => {
        const record = records.get(id)
        return record ? touchOne(record) : taken.get(id)
      },
      values: () => withTaken(records.values()),
      stored: () => withTaken(records.stored()),
      counts: countsWith(comparison, touched, taken.size),
    },
  }
}
