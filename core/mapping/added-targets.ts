import type { Column } from '#core/control/columns.ts'
import type { CustomField } from '#core/control/custom-field.ts'
import { customFieldTarget, integrationFieldTarget, withDefinedFields } from './added-fields.ts'
import { columnIndex } from './columns.ts'
import type { Mapping, Source } from './mapping.ts'

/** What records of a dataset show beside the fields of their model. */
export type AddedFields = {
  readonly custom: readonly Pick<CustomField, 'key' | 'aliases'>[]
  /** Columns whose cells are shown as they are. */
  readonly passed: readonly Pick<Column, 'id' | 'key' | 'type'>[]
}

type Target = readonly [target: string, sources: readonly Source[]]

/** The column of a file that an alias of a custom field names. */
const aliasedColumn = ({ aliases }: Pick<CustomField, 'aliases'>, header: readonly string[]): string | undefined =>
  aliases.map((alias) => header[columnIndex(header, alias)]).find((column) => column !== undefined)

const targetsWithin = (header: readonly string[], { custom, passed }: AddedFields): readonly Target[] => [
  ...custom.flatMap((field): Target[] => {
    const column = aliasedColumn(field, header)
    return column === undefined ? [] : [[customFieldTarget(field.key), [{ from: 'column', column }]]]
  }),
  ...passed
    .filter(({ key }) => header.includes(key))
    .map(({ key }): Target => [integrationFieldTarget(key), [{ from: 'column', column: key, trim: false }]]),
]

/**
 * A mapping as it applies to a file with this header: without custom fields that are not defined, and with the targets that
 * columns fill without anybody mapping them, custom fields by their aliases and what is passed through.
 */
export const withAddedTargets = (mapping: Mapping, header: readonly string[], fields: AddedFields): Mapping => {
  const defined = withDefinedFields(mapping, new Set(fields.custom.map(({ key }) => key)))
  const added = targetsWithin(header, fields).filter(([target]) => !Object.hasOwn(mapping.fields, target))
  if (added.length === 0) return defined
  const entries = added.map(([target, sources]): [string, Source[]] => [target, [...sources]])
  return { ...defined, fields: { ...defined.fields, ...Object.fromEntries(entries) } }
}
