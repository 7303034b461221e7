import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type OpenBytes, readTable } from '../reading/read-table.ts'
import { type Gathered, gatherRows, type RecordIdOf } from './gather-rows.ts'

export type Examined =
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'examined'; readonly contents: Gathered; readonly issues: readonly Issue[] }

export type ExamineInput = {
  readonly open: OpenBytes
  readonly name: string
  readonly dataset: Dataset
  readonly mapping: Mapping
  readonly idOf: RecordIdOf
}

/** Reads a whole file under a mapping: what it holds, what is quarantined, and everything that is wrong with it. Nothing is written. */
export const examineFile = async ({ open, name, dataset, mapping, idOf }: ExamineInput): Promise<Examined> => {
  const table = await readTable(open, { name, dataset, dialect: mapping.dialect ?? {} })
  if (table.kind === 'refused') return { kind: 'refused', issues: table.issues }
  const compiled = compileMapping(mapping, table.header)
  if (compiled.kind === 'refused') return { kind: 'refused', issues: [...table.issues, ...compiled.issues] }
  const gathered = gatherRows(dataset, idOf)
  for await (const event of table.events) {
    if (event.kind === 'refused') return { kind: 'refused', issues: [...table.issues, event.issue] }
    if (event.kind === 'bad-row') gathered.addBad(event.issue)
    else for (const { row, cells } of event.rows) gathered.addMapped(compiled.map(cells, row))
  }
  const contents = gathered.finish()
  return { kind: 'examined', contents, issues: [...table.issues, ...contents.issues] }
}
