import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { isColumn, withSources } from './edits.ts'
import { currentRowWith, withCurrentRow, withFillDown } from './rows-edits.ts'

/** A column by its new name; `undefined` where it is gone. */
type Rename = (column: string) => string | undefined

const renamedColumns = (columns: readonly string[], rename: Rename): string[] =>
  columns.flatMap((column) => rename(column) ?? [])

const withSourceColumn = (source: Source, rename: Rename): readonly Source[] => {
  if (!isColumn(source)) return [source]
  const column = rename(source.column)
  return column === undefined ? [] : [column === source.column ? source : { ...source, column }]
}

const withFieldColumns = (mapping: Mapping, rename: Rename): Mapping => {
  let next = mapping
  for (const [field, sources] of Object.entries(mapping.fields)) {
    const renamed = sources.flatMap((source) => withSourceColumn(source, rename))
    const isSame = renamed.length === sources.length && renamed.every((source, at) => source === sources[at])
    if (!isSame) next = withSources(next, field, renamed)
  }
  return next
}

const withRowColumns = (mapping: Mapping, rename: Rename): Mapping => {
  const { fillDown = [], current } = mapping.rows ?? {}
  const named = (column: string | undefined) => (column === undefined ? undefined : rename(column))
  const flagColumn = named(current?.flag?.column)
  const flag = current?.flag && flagColumn !== undefined ? { ...current.flag, column: flagColumn } : undefined
  const days = { from: named(current?.from), to: named(current?.to) }
  return withCurrentRow(
    withFillDown(mapping, renamedColumns(fillDown, rename)),
    current && currentRowWith(current, { ...days, flag }),
  )
}

/** The mapping with columns called otherwise, or gone, wherever it speaks of them; an id keeps its columns rather than have none. */
export const withColumns = (mapping: Mapping, rename: Rename): Mapping => {
  const ids = renamedColumns(mapping.id.columns, rename)
  const renamed = withRowColumns(withFieldColumns(mapping, rename), rename)
  return { ...renamed, id: { columns: ids.length === 0 ? mapping.id.columns : ids } }
}
