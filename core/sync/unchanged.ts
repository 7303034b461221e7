import type { ModelId } from '#core/model/models.ts'
import type { ComparedRecord, Comparison } from './compare.ts'
import type { DifferenceCounts } from './compared-records.ts'
import { fileTable } from './file-table.ts'
import { awaitsUpload, isAsked } from './hold.ts'
import { linkRows } from './living-rows.ts'
import type { ManifestTable } from './manifest-table.ts'
import { noOthers } from './others.ts'

const none: DifferenceCounts = { created: 0, changed: 0, touched: 0, redrawn: 0, unchanged: 0, held: 0 }

/** What is committed, with nothing to compare it with: every record lives on as it is, those whose removal is held among them. */
export const unchanged = (base: ManifestTable, model: ModelId): Comparison => {
  const settled = new Uint8Array(base.size)
  const records = new Map<string, ComparedRecord>()
  for (let index = 0; index < base.size; index += 1) {
    if (base.model(index) === model && base.absentSince(index) === null) settled[index] = 1
    else {
      const row = base.row(index)
      const { absentSince } = row
      records.set(row.id, { next: row, base: row, given: false, difference: 'unchanged', absentSince })
    }
  }
  const counts = (of: ModelId): DifferenceCounts => {
    const met = [...records.values()].filter(({ next }) => next.model === of)
    const held = met.filter(({ absentSince }) => isAsked(absentSince)).length
    return { ...none, held, unchanged: met.length - held }
  }
  return {
    rows: linkRows(fileTable(), base),
    records: {
      size: records.size,
      has: (id) => records.has(id),
      get: (id) => records.get(id),
      values: () => records.values(),
      stored: () => records.values(),
      counts,
    },
    built: { read: async () => new Map() },
    base,
    settled,
    settledCount: base.size - records.size,
    restated: new Set(),
    removed: [],
    others: noOthers,
    ...(base.head.absentSince.some(awaitsUpload) ? { unproven: true } : {}),
    issues: [],
  }
}
