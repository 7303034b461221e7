import type { FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRow, Mention } from './built-record.ts'
import { absenceTypeOf } from './derived.ts'
import { fieldText, fieldValue, valuesOf } from './values.ts'

const plainFields = [
  'start_date',
  'end_date',
  'start_half_day',
  'end_half_day',
  'start_time',
  'end_time',
  'amount',
  'status',
  'employee_note',
] as const

export const employeeMention = (values: FieldValues): Mention => ({
  role: 'employee',
  model: 'hris_employees',
  key: fieldText(values, 'employee.remote_id') ?? '',
})

/** An absence as contract section 2.7 lists it. Its dates stay plain dates: the one exception on the wire. */
export const buildAbsence = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const type = absenceTypeOf(values)
  const own = {
    ...valuesOf(values, plainFields),
    unit: fieldValue(values, 'unit') ?? fieldValue(values, 'type.unit'),
    remote_created_at: null,
    remote_updated_at: null,
    approver_id: null,
    remote_data: null,
  }
  return {
    record: {
      model: 'hris_absences',
      key,
      remoteId,
      own,
      mentions: [employeeMention(values), ...(type === null ? [] : [type.mention])],
      day: fieldText(values, 'start_date'),
    },
    derived: type === null ? [] : [type.record],
  }
}
