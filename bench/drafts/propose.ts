import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import type { TableRow } from '#core/files/table.ts'
import { type Draft, draftMapping } from '#core/mapping/draft.ts'
import { datasetOf } from './dataset-of.ts'

/** What a column is proposed to be, `hris_employees.first_name`. */
export type Proposed = { readonly field: string; readonly confidence: number; readonly reason: string }

/** Less sure is only the id of a file that names none, which the draft says is a guess. */
const leastConfidence = 0.35

/** Of employment files, what files of people tell too. */
const isPay = (field: string): boolean => field.startsWith('pay_') || field === 'effective_date'

/** What the drafts of a file with these columns propose for each: of what the file holds, or most likely does, and of pay beside people. */
export const propose = (
  header: readonly string[],
  samples: Readonly<Record<string, readonly string[]>>,
  known?: Dataset,
): ReadonlyMap<string, readonly Proposed[]> => {
  const counts = header.map((name) => samples[name]?.length ?? 0)
  const draftOf = (dataset: Dataset, count: number): Draft => {
    const rows = Array.from(
      { length: count },
      (_, i): TableRow => ({ row: i + 2, cells: header.map((name) => samples[name]?.[i] ?? '') }),
    )
    return draftMapping({ dataset, header, rows, dialect: { encoding: 'utf-8', delimiter: ',', headerRow: 1 } })
  }
  const draft = (dataset: Dataset): Draft => draftOf(dataset, Math.max(0, ...counts))
  /** What is different in every row shows where every column has its cell. */
  const idsOf = (dataset: Dataset): readonly Draft['proposals'][number][] => {
    const least = Math.min(...counts.filter((count) => count > 0))
    const { proposals } = draftOf(dataset, Number.isFinite(least) ? least : 0)
    return proposals.filter(({ field }) => field === 'remote_id')
  }
  const main = known ?? datasetOf(new Map(datasets.map((dataset) => [dataset, draft(dataset)])))
  const found = new Map<string, Proposed[]>()
  const add = (dataset: Dataset, { proposals }: Pick<Draft, 'proposals'>): void => {
    for (const { field, column, confidence, reason } of proposals) {
      if (confidence < leastConfidence) continue
      const proposed = { field: `${datasetTraits[dataset].model}.${field}`, confidence, reason }
      found.set(column, [...(found.get(column) ?? []), proposed])
    }
  }
  const { proposals } = draft(main)
  add(main, { proposals: [...idsOf(main), ...proposals.filter(({ field }) => field !== 'remote_id')] })
  if (main === 'employees') {
    const { proposals } = draft('employments')
    add('employments', { proposals: proposals.filter(({ field, column }) => isPay(field) && !found.has(column)) })
  }
  return found
}
