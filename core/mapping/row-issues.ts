import type { Dataset } from '#core/files/datasets.ts'
import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'

/** The longest text a mapped cell may hold, in characters: as much as a cell of Excel. */
export const maxCellLength = 32_767

type Sentences = { readonly message: string; readonly fix: string }

export type CellContext = {
  readonly dataset: Dataset
  readonly field: string
  readonly column: string | null
  /** The format that was expected, in words. */
  readonly expected: string
}

const keptBack = 'so the row was left out and its record stays as it was'

const sentences: Partial<Readonly<Record<IssueCode, (context: CellContext) => Sentences>>> = {
  DATE_UNREADABLE: ({ field, expected }) => ({
    message: `The cell is no date as ${expected}, ${keptBack} (field ${field}).`,
    fix: `Export this column as ${expected}, or change the date format in the mapping. Dates must exist in the calendar.`,
  }),
  TIME_UNREADABLE: ({ field }) => ({
    message: `The cell is no time of day, ${keptBack} (field ${field}).`,
    fix: 'Export this column as HH:mm or HH:mm:ss.',
  }),
  NUMBER_UNREADABLE: ({ field, expected }) => ({
    message: `The cell is no number ${expected}, ${keptBack} (field ${field}).`,
    fix: 'Export this column as plain numbers without units, or change the decimal sign in the mapping.',
  }),
  BOOLEAN_UNREADABLE: ({ field }) => ({
    message: `The cell is neither yes nor no, ${keptBack} (field ${field}).`,
    fix: 'Export yes/no, true/false or 1/0, or add this word to the value table of the mapping.',
  }),
  EMAIL_INVALID: ({ field }) => ({
    message: `The cell is no e-mail address, so the field ${field} is empty.`,
    fix: 'Correct the address in the HR system.',
  }),
  VALUE_UNKNOWN: ({ field, expected }) => ({
    message: `The word is not known for ${field}; ${expected}.`,
    fix: 'Add the word to the value table of the mapping, or export one that is known.',
  }),
  CELL_TOO_LONG: ({ field }) => ({
    message: `The cell is longer than ${maxCellLength} characters, ${keptBack} (field ${field}).`,
    fix: 'Shorten the text in the HR system, or take this column out of the mapping.',
  }),
}

/** Fields whose contents no report repeats. */
const confidential = /^(?:date_of_birth$|ssn$|tax_id$|employee_note$|comment$|bank_account\.|home_address\.)/

/** A problem with one cell. */
export const cellIssue = (code: IssueCode, context: CellContext, row: number, text: string): Issue => {
  const { message, fix } = sentences[code]?.(context) ?? {
    message: `The cell cannot be used, ${keptBack}.`,
    fix: 'Check it.',
  }
  const example = confidential.test(context.field) ? null : text
  return issue(code, { dataset: context.dataset, rows: [row], column: context.column, example, message, fix })
}

/** A row whose id columns are not all filled, so nobody knows whose record it is. */
export const idMissing = (dataset: Dataset, columns: readonly string[], row: number): Issue =>
  issue('ID_MISSING', {
    dataset,
    rows: [row],
    column: columns.join(' + '),
    message: 'The row has no id, so it was left out. While a file has such rows, nobody is removed because of it.',
    fix: `Fill ${columns.join(' and ')} in every row of the export; take out title and total rows.`,
  })

/** A row without something no record of its kind can be without. */
export const valueMissing = (dataset: Dataset, field: string, column: string | null, row: number): Issue =>
  issue('VALUE_MISSING', {
    dataset,
    rows: [row],
    column,
    message: `The field ${field} is empty, ${keptBack}.`,
    fix: `Fill ${column ?? 'it'} in every row of the export.`,
  })
