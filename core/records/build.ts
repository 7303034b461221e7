import type { Dataset } from '#core/files/datasets.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import { buildAbsence } from './absence.ts'
import type { BuiltRow } from './built-record.ts'
import { buildAbsenceType, buildGroup, buildLegalEntity, buildLocation } from './directory.ts'
import { buildEmployee } from './employee.ts'
import { buildEmployment } from './employment.ts'
import { buildTimeOffBalance } from './time-off-balance.ts'
import { buildTimesheet } from './timesheet.ts'

const builders: Readonly<
  Record<Dataset, (key: string, remoteId: string, values: FieldValues, today?: string) => BuiltRow>
> = {
  employees: buildEmployee,
  employments: buildEmployment,
  absences: buildAbsence,
  time_off_balances: buildTimeOffBalance,
  timesheets: buildTimesheet,
  groups: buildGroup,
  legal_entities: buildLegalEntity,
  locations: buildLocation,
  absence_types: buildAbsenceType,
}

/** What the id columns of a row say, as the wire shows it: several columns are joined by a bar. */
export const remoteIdOf = (key: string): string => key.replaceAll('\u001f', '|')

/** Turns the mapped values of one row into its record and the records that it mentions. Without `today` nothing follows from dates. */
export const buildRow = (dataset: Dataset, key: string, values: FieldValues, today?: string): BuiltRow => {
  const remoteId = remoteIdOf(key)
  return builders[dataset](remoteId, remoteId, values, today)
}
