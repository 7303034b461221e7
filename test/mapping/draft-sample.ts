import type { Dataset } from '#core/files/datasets.ts'
import { draftMapping } from '#core/mapping/draft.ts'

type Rows = readonly (readonly string[])[]

export const draft = (
  header: readonly string[],
  rows: Rows = [],
  dataset: Dataset = 'employees',
  delimiter: ',' | ';' = ';',
) =>
  draftMapping({
    dataset,
    header,
    rows: rows.map((cells, i) => ({ row: i + 2, cells })),
    dialect: { encoding: 'utf-8', delimiter, headerRow: 1 },
  })

/** Field to column, of everything that is proposed. */
export const proposed = (...input: Parameters<typeof draft>) =>
  Object.fromEntries(draft(...input).proposals.map(({ field, column }) => [field, column]))
