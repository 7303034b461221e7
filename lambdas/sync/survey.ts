import type { Table, TableEvent } from '#core/files/table.ts'
import { unapplied } from '#core/issues/consequence.ts'
import type { Issue } from '#core/issues/issue.ts'
import { quoting } from '#core/issues/quoting.ts'
import type { RowMapper } from '#core/mapping/mapped-row.ts'
import { withReferenceColumns } from '#core/mapping/reference-columns.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import type { Examined, ExamineInput } from './examined.ts'
import { gatherRead, lastRow } from './gather-events.ts'
import { gatherRows } from './gather-rows.ts'

/** How many rows of a file that is refused already are looked at. */
const maxSurveyed = 1_000_000

async function* firstOf(rows: number, events: AsyncIterable<TableEvent>): AsyncGenerator<TableEvent> {
  for await (const event of events) {
    if (event.kind !== 'refused' && lastRow(event) > rows) return
    yield event
  }
}

export type Unusable = {
  readonly table: Extract<Table, { readonly kind: 'table' }>
  readonly why: readonly Issue[]
  readonly map: RowMapper
  /** Whether it can be told which rows are about the same. */
  readonly isTold: boolean
}

/** Nobody can tell for certain whom a filter leaves out, nor without ids who was erased: nothing is quoted then. */
const withoutJudge = ({ judge, ...rules }: RowRules, isTold: boolean): RowRules =>
  judge || (!isTold && rules.suppressed?.size) ? { ...rules, quotes: 'none' } : rules

/** Says of a file that cannot be applied what is wrong with its rows as well: nobody is to learn of it one upload after the other. */
export const survey = async (input: ExamineInput, { table, why, map, isTold }: Unusable): Promise<Examined> => {
  const { dataset, idOf, employees } = input
  const rules = input.rules && withoutJudge(input.rules, isTold)
  const { contents, refused } = await gatherRead(
    gatherRows(dataset, idOf, input, rules, employees),
    firstOf(maxSurveyed, table.events),
    map,
  )
  const found = isTold ? contents.issues : contents.issues.filter(({ code }) => code !== 'ID_DUPLICATE')
  const { ofAnybody } = quoting(rules?.quotes ?? 'all')
  const issues = [...why, ...table.issues.map(ofAnybody), ...(refused ? [refused.issue] : []), ...found]
  return {
    kind: 'refused',
    issues: withReferenceColumns(issues, input.mapping).map(unapplied('refused')),
    part: refused?.part,
    rows: contents.rows,
    ...(isTold && !refused ? { contents } : {}),
  }
}
