import type { Dataset } from '#core/files/datasets.ts'
import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import { likelyRenamed } from './columns.ts'
import { requiredAlternatives, requiredFields } from './fields.ts'
import type { Mapping } from './mapping.ts'

const idColumnSaid = (column: string, columns: readonly string[], likely: string | undefined): Said =>
  likely === undefined
    ? say('idColumnMissing', { column, columns })
    : say('idColumnRenamed', { column, columns, likely })

/** `unused` are columns of which the missing one may be a new name. */
export const idColumnMissing = (
  dataset: Dataset,
  column: string,
  header: readonly string[],
  unused: readonly string[],
): Issue =>
  issue('ID_COLUMN_MISSING', { ...idColumnSaid(column, header, likelyRenamed(column, unused)), dataset, column })

const mappedColumnSaid = (column: string, field: string, likely: string | undefined): Said =>
  likely === undefined
    ? say('mappedColumnMissing', { column, field })
    : say('mappedColumnRenamed', { column, field, likely })

export const mappedColumnMissing = (
  dataset: Dataset,
  column: string,
  field: string,
  unused: readonly string[],
): Issue =>
  issue('MAPPED_COLUMN_MISSING', { ...mappedColumnSaid(column, field, likelyRenamed(column, unused)), dataset, column })

export const fieldUnknown = (dataset: Dataset, name: string): Issue =>
  issue('FIELD_UNKNOWN', { ...say('fieldUnknown', { name, dataset }), dataset })

const fieldNotMapped = (dataset: Dataset, fields: readonly string[]): Issue =>
  issue('VALUE_MISSING', { ...say('fieldNotMapped', { fields, dataset }), dataset })

/** What a mapping of these fields lacks to make records. */
export const fieldsNotMapped = (dataset: Dataset, fields: Mapping['fields']): readonly Issue[] => {
  const alternatives = requiredAlternatives[dataset] ?? []
  const hasOne = alternatives.length === 0 || alternatives.some((field) => Object.hasOwn(fields, field))
  return [
    ...requiredFields[dataset].filter((field) => !Object.hasOwn(fields, field)).map((field) => [field]),
    ...(hasOne ? [] : [alternatives]),
  ].map((wanted) => fieldNotMapped(dataset, wanted))
}

export const constantUnreadable = (dataset: Dataset, field: string, code: IssueCode, text: string): Issue =>
  issue(code, { ...say('constantUnreadable', { field }), dataset, example: text })
