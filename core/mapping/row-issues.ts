import type { Dataset } from '#core/files/datasets.ts'
import type { IssueCode } from '#core/issues/codes.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import type { FieldType } from './fields.ts'
import { isMaskedField, mask } from './mask.ts'

/** The longest text a mapped cell may hold, in characters: as much as a cell of Excel. */
export const maxCellLength = 32_767

export type CellContext = {
  readonly dataset: Dataset
  readonly field: string
  readonly column: string | null
  readonly kind: FieldType['kind']
  /** Of a date. */
  readonly format?: string | undefined
  readonly decimal?: ',' | '.' | undefined
}

const isoDate = 'yyyy-MM-dd'

const sentences: Partial<Readonly<Record<IssueCode, (context: CellContext) => Said>>> = {
  DATE_UNREADABLE: ({ field, kind, format = isoDate }) =>
    say(kind === 'datetime' ? 'dateTimeUnreadable' : 'dateUnreadable', { field, format }),
  TIME_UNREADABLE: ({ field }) => say('timeUnreadable', { field }),
  NUMBER_UNREADABLE: ({ field, decimal }) =>
    say(decimal === ',' ? 'numberWithCommaUnreadable' : 'numberWithPointUnreadable', { field }),
  BOOLEAN_UNREADABLE: ({ field }) => say('booleanUnreadable', { field }),
  EMAIL_INVALID: ({ field }) => say('emailInvalid', { field }),
  PHONE_INVALID: ({ field }) => say('phoneInvalid', { field }),
  IBAN_INVALID: ({ field }) => say('ibanInvalid', { field }),
  VALUE_UNKNOWN: ({ field, kind }) => say(kind === 'closed' ? 'wordLeftOut' : 'wordPassedOn', { field }),
  CELL_TOO_LONG: ({ field }) => say('cellTooLong', { field, limit: maxCellLength }),
}

/** Free text may say anything of anybody: no report repeats it. */
const isNote = (field: string): boolean => field === 'employee_note' || field === 'comment'

/** Fields of whose contents reports show the shape alone, which is what is wrong with them; a country is known by its word. */
const isConfidential = (field: string): boolean =>
  isMaskedField(field) ||
  field === 'mobile_phone_number' ||
  (field.startsWith('home_address.') && field !== 'home_address.country')

const exampleOf = (field: string, text: string): string | null => {
  if (isNote(field)) return null
  return isConfidential(field) ? mask(text) : text
}

const said = (code: IssueCode, context: CellContext): Said => sentences[code]?.(context) ?? say('cellUnusable')

const saidBefore = new WeakMap<CellContext, Map<IssueCode, Said>>()

/** The same for every row: a column may be wrong in a million of them. */
const saidOnce = (code: IssueCode, context: CellContext): Said => {
  const ofContext = saidBefore.get(context) ?? new Map<IssueCode, Said>()
  saidBefore.set(context, ofContext)
  const known = ofContext.get(code) ?? said(code, context)
  ofContext.set(code, known)
  return known
}

/** A problem with one cell. */
export const cellIssue = (code: IssueCode, context: CellContext, row: number, text: string): Issue => {
  const example = exampleOf(context.field, text)
  return issue(code, {
    ...saidOnce(code, context),
    dataset: context.dataset,
    rows: [row],
    column: context.column,
    example,
  })
}

/** A row whose id columns are not all filled, so nobody knows whose record it is. */
export const idMissing = (dataset: Dataset, columns: readonly string[], row: number): Issue =>
  issue('ID_MISSING', { ...say('idMissing', { columns }), dataset, rows: [row], column: columns.join(' + ') })

/** `1001.0` and `1.23E+05`: what spreadsheets make of ids. */
const spreadsheetNumber = /^\d+[.,]0+$|^\d(?:[.,]\d+)?E\+\d+$|^\d[.,]\d+E\d+$/i

/** Joins the cells of a composite id. */
export const keySeparator = '\u001f'

/** Whether an id, or a cell of a composite one, was a number to a spreadsheet once, so that it may not be what it was. */
export const looksSpreadsheetMade = (key: string): boolean =>
  key.includes(keySeparator)
    ? key.split(keySeparator).some((part) => spreadsheetNumber.test(part))
    : spreadsheetNumber.test(key)

export const idSpreadsheetMade = (dataset: Dataset, columns: readonly string[], row: number, key: string): Issue =>
  issue('ID_REWRITTEN', { ...say('idRewritten'), dataset, rows: [row], column: columns.join(' + '), example: key })

/** A row without something no record of its kind can be without. */
export const valueMissing = (dataset: Dataset, field: string, column: string | null, row: number): Issue => {
  const said = column === null ? say('valueMissing', { field }) : say('columnValueMissing', { field, column })
  return issue('VALUE_MISSING', { ...said, dataset, rows: [row], column })
}
