import type { FieldValues } from '#core/mapping/fields.ts'
import { employeeMention } from './absence.ts'
import type { BuiltRow } from './built-record.ts'
import { absenceTypeOf } from './derived.ts'
import { fieldValue } from './values.ts'

/** A balance as contract section 2.8 lists it. Without a unit of its own, what is left and what is used counts in that of the type. */
export const buildTimeOffBalance = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const type = absenceTypeOf(values)
  const unit = fieldValue(values, 'balance_unit') ?? fieldValue(values, 'type.unit')
  const used = fieldValue(values, 'used')
  const own = {
    balance: fieldValue(values, 'balance'),
    balance_unit: unit,
    used,
    used_unit: fieldValue(values, 'used_unit') ?? (used === null ? null : unit),
    remote_data: null,
  }
  return {
    record: {
      model: 'hris_time_off_balances',
      key,
      remoteId,
      own,
      mentions: [employeeMention(values), ...(type === null ? [] : [type.mention])],
      day: null,
    },
    derived: type === null ? [] : [type.record],
  }
}
