import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import type { TableRow } from '#core/files/table.ts'
import { type Draft, draftMapping } from '#core/mapping/draft.ts'

/** What a column is proposed to be, `hris_employees.first_name`. */
export type Proposed = { readonly field: string; readonly confidence: number; readonly reason: string }

/** Below this a name may just as well mean something else, so that it tells nothing of what the file holds. */
const telling = 0.8
const leastColumns = 3
/** Less sure is only the id of a file that names none, which the draft says is a guess. */
const leastConfidence = 0.35

const tellingColumns = ({ proposals }: Draft): number =>
  new Set(proposals.filter(({ confidence }) => confidence >= telling).map(({ column }) => column)).size

/** Files of people come first: another dataset must be told by more columns, and by a few. */
const isClearer = (draft: Draft, best: Draft): boolean =>
  tellingColumns(draft) >= leastColumns && tellingColumns(draft) > tellingColumns(best)

/** Of employment files, what files of people tell too. */
const isPay = (field: string): boolean => field.startsWith('pay_') || field === 'effective_date'

/** What the drafts of a file with these columns propose for each: of what the file most likely holds, and of pay beside people. */
export const propose = (
  header: readonly string[],
  samples: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly Proposed[]> => {
  const count = Math.max(0, ...header.map((name) => samples[name]?.length ?? 0))
  const rows = Array.from(
    { length: count },
    (_, i): TableRow => ({ row: i + 2, cells: header.map((name) => samples[name]?.[i] ?? '') }),
  )
  const draft = (dataset: Dataset): Draft =>
    draftMapping({ dataset, header, rows, dialect: { encoding: 'utf-8', delimiter: ',', headerRow: 1 } })
  const main = datasets
    .map((dataset) => ({ dataset, draft: draft(dataset) }))
    .reduce((best, each) => (isClearer(each.draft, best.draft) ? each : best))
  const found = new Map<string, Proposed[]>()
  const add = (dataset: Dataset, { proposals }: Pick<Draft, 'proposals'>): void => {
    for (const { field, column, confidence, reason } of proposals) {
      if (confidence < leastConfidence) continue
      const proposed = { field: `${datasetTraits[dataset].model}.${field}`, confidence, reason }
      found.set(column, [...(found.get(column) ?? []), proposed])
    }
  }
  add(main.dataset, main.draft)
  if (main.dataset === 'employees') {
    const { proposals } = draft('employments')
    add('employments', { proposals: proposals.filter(({ field, column }) => isPay(field) && !found.has(column)) })
  }
  return found
}
