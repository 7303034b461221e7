import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { targetFields } from './fields.ts'
import { matchHeader } from './match-header.ts'
import type { SampleColumn } from './sample-column.ts'

const surely = 0.88

const typedKinds: ReadonlySet<string> = new Set(['date', 'datetime', 'time', 'number', 'boolean'])

/** Columns that are called as a day or a number is, and are proposed for nothing because of what stands in them. */
export const unfitColumns = (
  dataset: Dataset,
  columns: readonly SampleColumn[],
  mapped: Readonly<Record<string, unknown>>,
): readonly Issue[] =>
  columns.flatMap(({ name, values }) => {
    const [best] = matchHeader(dataset, name)
    if (best === undefined || best.confidence < surely || values.length === 0 || best.field in mapped) return []
    if (!typedKinds.has(targetFields[dataset][best.field]?.kind ?? '')) return []
    return [issue('COLUMN_UNFIT', { ...say('columnUnfit', { field: best.field }), dataset, column: name })]
  })
