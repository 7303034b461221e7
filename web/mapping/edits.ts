import { customFieldKeyOf, fromNothing, isFilled } from '#core/mapping/added-fields.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'

export type ColumnSource = Extract<Source, { readonly from: 'column' }>

export const isColumn = (source: Source): source is ColumnSource => source.from === 'column'

/** What fills a field; nothing where that was said on purpose. */
export const sourcesOf = ({ fields }: Mapping, field: string): readonly Source[] => {
  const sources = fields[field] ?? []
  return isFilled(sources) ? sources : []
}

/** The columns that fill a field. */
export const columnsOf = (mapping: Mapping, field: string): ReadonlySet<string> =>
  new Set(sourcesOf(mapping, field).flatMap((source) => (isColumn(source) ? source.column : [])))

/** A custom field may have aliases: to have none of them fill it must be said. */
const nothing = (field: string): Source[] => (customFieldKeyOf(field) === undefined ? [] : [fromNothing])

export const withSources = (mapping: Mapping, field: string, sources: readonly Source[]): Mapping => {
  const given = sources.length === 0 ? nothing(field) : [...sources]
  const { [field]: _, ...others } = mapping.fields
  return { ...mapping, fields: given.length === 0 ? others : { ...others, [field]: given } }
}

/** The mapping with another source at this place; without one, the place is gone. */
export const withSourceAt = (mapping: Mapping, field: string, at: number, source: Source | undefined): Mapping => {
  const sources = sourcesOf(mapping, field)
  const changed = source ? [...sources.slice(0, at), source, ...sources.slice(at + 1)] : sources.toSpliced(at, 1)
  return withSources(mapping, field, changed)
}

/** The mapping with id, rows and fields as they were drafted from other columns; whatever else it says stays. */
export const withDraft = ({ rows: _, ...mapping }: Mapping, { id, rows, fields, dialect }: Mapping): Mapping => ({
  ...mapping,
  id,
  fields,
  ...(rows && { rows }),
  dialect: { ...dialect, ...mapping.dialect },
})

/** At least one column tells rows apart. */
export const withIdColumns = (mapping: Mapping, columns: readonly string[]): Mapping =>
  columns.length === 0 ? mapping : { ...mapping, id: { columns: [...new Set(columns)] } }

/** The columns of the file that nothing is made from. */
export const unusedColumns = ({ id, fields }: Mapping, header: readonly string[]): readonly string[] => {
  const named = [
    ...id.columns,
    ...Object.values(fields).flatMap((sources) => sources.filter(isColumn).map(({ column }) => column)),
  ]
  const used = new Set(named.map((name) => columnIndex(header, name)))
  return header.filter((_, index) => !used.has(index))
}
