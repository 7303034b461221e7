import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { columns, idColumn } from './columns.ts'

const fields = columns.flatMap(({ title, field, options }): readonly (readonly [string, Source[]])[] =>
  field === undefined ? [] : [[field, [{ from: 'column', column: title, ...options }]]],
)

/** How the generated export becomes employees. */
export const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: [idColumn.title] },
  fields: Object.fromEntries(fields),
}
