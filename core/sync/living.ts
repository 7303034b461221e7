import type { ModelId } from '#core/model/models.ts'
import type { ComparedRecord, Comparison } from './compare.ts'

/** Numbers of the committed rows that are settled, ascending. */
export const settledIndexes = ({ settled, settledCount }: Comparison): Uint32Array => {
  const indexes = new Uint32Array(settledCount)
  let at = 0
  for (let index = 0; index < settled.length; index += 1) {
    if (settled[index] !== 1) continue
    indexes[at] = index
    at += 1
  }
  return indexes
}

const settledRecord = ({ base }: Comparison, index: number): ComparedRecord => {
  const row = base.row(index)
  return { next: row, base: row, given: false, difference: 'unchanged', absentSince: null }
}

/** The record with this id, if it lives on. */
export const livingRecord = (comparison: Comparison, id: string): ComparedRecord | undefined => {
  const record = comparison.records.get(id)
  if (record) return record
  const index = comparison.base.find(id)
  return comparison.settled[index] === 1 ? settledRecord(comparison, index) : undefined
}

/** The records of one model that must be written, in an order that does not change. */
export function* changedRecords({ records }: Comparison, model: ModelId): Generator<ComparedRecord> {
  for (const record of records.values())
    if (record.next.model === model && record.difference !== 'unchanged') yield record
}

/** Every record that lives on. */
export function* livingRecords(comparison: Comparison): Generator<ComparedRecord> {
  yield* comparison.records.values()
  for (const index of settledIndexes(comparison)) yield settledRecord(comparison, index)
}

export const livesOn = ({ records, base, settled }: Comparison, id: string): boolean =>
  records.has(id) || settled[base.find(id)] === 1

/** The ids of all records of one model that live on. */
export function* livingIds(comparison: Comparison, model: ModelId): Generator<string> {
  const { records, base } = comparison
  for (const { next } of records.values()) if (next.model === model) yield next.id
  for (const index of settledIndexes(comparison)) if (base.model(index) === model) yield base.id(index)
}
