/**
 * Every code an issue can carry, with its severity. `error` refuses a file or quarantines a row, `warning` changes what is stored,
 * `info` is only said. `docs/errors.md` has a line for each.
 */
export const issueSeverity = {
  FILE_EMPTY: 'error',
  FILE_GONE: 'error',
  FILE_NAME_UNCLAIMED: 'info',
  FILE_TEMPORARY: 'info',
  FILE_NOT_KEPT: 'warning',
  FILE_SUPERSEDED: 'info',
  FORMAT_NOT_SUPPORTED: 'error',
  FILE_BINARY: 'error',
  ENCODING_INVALID: 'error',
  HEADER_MISSING: 'error',
  HEADER_DUPLICATE: 'warning',
  TOO_MANY_COLUMNS: 'error',
  ID_COLUMN_MISSING: 'error',
  MAPPED_COLUMN_MISSING: 'error',
  FIELD_UNKNOWN: 'error',
  FILTER_FIELD_MISSING: 'error',
  QUOTE_NOT_CLOSED: 'error',
  FILE_CUT_SHORT: 'error',
  RECORD_TOO_LONG: 'error',
  NO_ROWS: 'warning',
  QUOTE_MISPLACED: 'error',
  ROW_TOO_SHORT: 'error',
  ROW_TOO_LONG: 'error',
  ROWS_PADDED: 'warning',
  ID_MISSING: 'error',
  ID_DUPLICATE: 'error',
  ID_DRIFT: 'error',
  DATE_UNREADABLE: 'error',
  NUMBER_UNREADABLE: 'error',
  BOOLEAN_UNREADABLE: 'error',
  TIME_UNREADABLE: 'error',
  VALUE_MISSING: 'error',
  CELL_TOO_LONG: 'error',
  RECORD_TOO_LARGE: 'error',
  VALUE_UNKNOWN: 'warning',
  EMAIL_INVALID: 'warning',
  MANAGER_UNKNOWN: 'warning',
  MANAGER_SELF: 'info',
  PARENT_UNKNOWN: 'warning',
  PARENT_SELF: 'info',
  EMPLOYEE_UNKNOWN: 'warning',
  REMOVALS_HELD: 'warning',
  ID_UNSURE: 'warning',
  DATE_AMBIGUOUS: 'warning',
  MAPPING_NOT_APPROVED: 'error',
  DATA_POINT_MISSING: 'warning',
} as const

export type IssueCode = keyof typeof issueSeverity

const isIssueCode = (code: string): code is IssueCode => code in issueSeverity

export const issueCodes = Object.keys(issueSeverity).filter(isIssueCode)
