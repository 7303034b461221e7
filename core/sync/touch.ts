import type { ModelId } from '#core/model/models.ts'
import type { ComparedRecord, Comparison } from './compare.ts'
import type { DifferenceCounts } from './compared-records.ts'

/** Records that belong to `model`, and their ids. */
export type Touched = { readonly model: ModelId; readonly ids: ReadonlySet<string> }

const isTouchable = ({ difference }: ComparedRecord): boolean => difference === 'unchanged' || difference === 'redrawn'

const wasSettled = ({ base }: Comparison, index: number): ComparedRecord => {
  const row = base.row(index)
  return { next: row, base: row, given: false, difference: 'touched', absentSince: null }
}

/** Takes those that are settled out of the settled rows. */
const unsettle = (comparison: Comparison, { ids }: Touched) => {
  const settled = comparison.settled.slice()
  const taken = new Map<string, ComparedRecord>()
  for (const id of ids) {
    const index = comparison.base.find(id)
    if (settled[index] !== 1) continue
    settled[index] = 0
    taken.set(id, wasSettled(comparison, index))
  }
  return { settled, taken }
}

/** How the records that are not settled are counted once some are touched. */
const countsWith = ({ records }: Comparison, { model, ids }: Touched, taken: number) => {
  const met = [...ids].flatMap((id) => records.get(id) ?? []).filter((record) => record.absentSince === null)
  const number = (wanted: ComparedRecord['difference']): number =>
    met.filter(({ difference }) => difference === wanted).length
  const [unchanged, redrawn] = [number('unchanged'), number('redrawn')]
  return (of: ModelId): DifferenceCounts => {
    const counts = records.counts(of)
    if (of !== model) return counts
    return {
      ...counts,
      touched: counts.touched + taken + unchanged + redrawn,
      redrawn: counts.redrawn - redrawn,
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
    touched.ids.has(record.next.id) && isTouchable(record) ? { ...record, difference: 'touched' } : record
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
