import { filler } from '#core/files/settled-table.ts'
import { columnIndex } from './columns.ts'
import { type Draft, type DraftInput, draftMapping } from './draft.ts'
import type { Mapping, Source } from './mapping.ts'

/** Below this a name may mean something else than pay. */
const leastConfidence = 0.6

const payFields = ['pay_rate', 'pay_period', 'pay_frequency', 'pay_currency'] as const
/** What people have as well, and what their employment takes over from them. */
const sharedFields = ['job_title', 'employment_type'] as const

const withFirst = (fields: Record<string, Source[]>, field: string, sources: readonly Source[] | undefined) => {
  const [first] = sources ?? []
  if (first) fields[field] = [first]
}

const isConstant = (sources: readonly Source[] | undefined): boolean => sources?.[0]?.from === 'constant'

/** The id and so many of the columns behind it that no two rows have all of them in common; the first of them in any case. */
const separating = (
  key: string,
  further: readonly (string | undefined)[],
  { header, rows }: Omit<DraftInput, 'dataset'>,
  fillDown: readonly string[] = [],
): string[] => {
  const indexOf = (column: string): number => columnIndex(header, column)
  const filled = rows.map(filler(fillDown.map(indexOf)))
  const cellsOf = (column: string): readonly string[] =>
    filled.map(({ cells }) => (cells[indexOf(column)] ?? '').trim())
  const known = further.filter((column) => column !== undefined).filter((column) => !cellsOf(column).includes(''))
  const isEnough = (columns: readonly string[]): boolean => {
    const cells = columns.map(cellsOf)
    return new Set(filled.map((_, row) => cells.map((each) => each[row]).join('\u001f'))).size === filled.length
  }
  const choices = known.map((_, at) => [key, ...known.slice(0, at + 1)])
  return choices.find(isEnough) ?? choices[0] ?? [key]
}

/**
 * The employments that a file of people tells besides: one for each of their rows where it holds a row for each change, else one for each
 * person with a pay. Undefined where it tells neither.
 */
export const draftHistory = (input: Omit<DraftInput, 'dataset'>, people: Draft): Mapping | undefined => {
  const { id, rows, fields: own, dialect } = people.mapping
  const [key, ...others] = id.columns
  if (key === undefined || others.length > 0) return undefined
  const { proposals, mapping } = draftMapping({ ...input, dataset: 'employments' })
  const isSure = (field: string): boolean =>
    proposals.some((each) => each.field === field && each.confidence >= leastConfidence)
  const fields: Record<string, Source[]> = { 'employee.remote_id': [{ from: 'column', column: key }] }
  for (const field of payFields)
    if (isSure(field) || isConstant(mapping.fields[field])) withFirst(fields, field, mapping.fields[field])
  for (const field of sharedFields) withFirst(fields, field, own[field])
  const { from, dateFormat, flag } = rows?.current ?? {}
  if (from !== undefined)
    fields.effective_date = [{ from: 'column', column: from, ...(dateFormat !== undefined && { dateFormat }) }]
  const tellsChanges = rows?.current !== undefined && fields.job_title !== undefined
  if (!tellsChanges && fields.pay_rate === undefined) return undefined
  const fillDown = rows?.fillDown
  const [title] = fields.job_title ?? []
  const further = [from, title?.from === 'column' ? title.column : undefined, flag?.column]
  return {
    dataset: 'employments',
    files: 'employees',
    ...(dialect && { dialect }),
    id: { columns: rows?.current === undefined ? [key] : separating(key, further, input, fillDown) },
    fields,
    ...(fillDown && { rows: { fillDown } }),
  }
}
