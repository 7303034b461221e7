import type { Dataset } from '#core/files/datasets.ts'
import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { likelyRenamed } from './columns.ts'
import { requiredAlternatives, requiredFields } from './fields.ts'
import type { Mapping } from './mapping.ts'

const maxNamed = 30

const listed = (header: readonly string[]): string => {
  const named = header.slice(0, maxNamed).join(', ')
  return header.length > maxNamed ? `${named} and ${header.length - maxNamed} more` : named
}

/** What a column that is not there may be called now. */
const renamed = (missing: string, unused: readonly string[]): string => {
  const likely = likelyRenamed(missing, unused)
  return likely === undefined ? '' : ` It may be called "${likely}" now.`
}

export const idColumnMissing = (
  dataset: Dataset,
  column: string,
  header: readonly string[],
  unused: readonly string[],
): Issue =>
  issue('ID_COLUMN_MISSING', {
    dataset,
    column,
    message: `The file has no column "${column}", which tells whose row is whose.${renamed(column, unused)} The columns are: ${listed(header)}. Nothing of the file was applied.`,
    fix: 'Put the column back into the export under this name, or choose another id column in the mapping.',
  })

export const mappedColumnMissing = (
  dataset: Dataset,
  column: string,
  field: string,
  unused: readonly string[],
): Issue =>
  issue('MAPPED_COLUMN_MISSING', {
    dataset,
    column,
    message: `The file has no column "${column}", from which ${field} is filled.${renamed(column, unused)} Nothing of the file was applied.`,
    fix: 'Put the column back into the export under this name, or change the mapping.',
  })

export const fieldUnknown = (dataset: Dataset, field: string): Issue =>
  issue('FIELD_UNKNOWN', {
    dataset,
    message: `The mapping fills "${field}", which is no field of ${dataset}.`,
    fix: 'Correct the name of the field in the mapping, or remove it.',
  })

const fieldNotMapped = (dataset: Dataset, field: string): Issue =>
  issue('VALUE_MISSING', {
    dataset,
    message: `The mapping does not fill ${field}, without which no row of ${dataset} can be used.`,
    fix: `Choose a column for ${field} in the mapping.`,
  })

/** What a mapping of these fields lacks to make records. */
export const fieldsNotMapped = (dataset: Dataset, fields: Mapping['fields']): readonly Issue[] => {
  const alternatives = requiredAlternatives[dataset] ?? []
  const hasOne = alternatives.length === 0 || alternatives.some((field) => Object.hasOwn(fields, field))
  return [
    ...requiredFields[dataset].filter((field) => !Object.hasOwn(fields, field)),
    ...(hasOne ? [] : [alternatives.join(' or ')]),
  ].map((field) => fieldNotMapped(dataset, field))
}

export const constantUnreadable = (dataset: Dataset, field: string, code: IssueCode, text: string): Issue =>
  issue(code, {
    dataset,
    example: text,
    message: `The mapping gives ${field} a constant that this field cannot hold.`,
    fix: 'Correct the constant in the mapping: dates as yyyy-MM-dd, numbers with a decimal point.',
  })
