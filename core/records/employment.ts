import type { FieldValues } from '#core/mapping/fields.ts'
import { employeeMention } from './absence.ts'
import type { BuiltRow } from './built-record.ts'
import { dateOnWire, fieldText, valuesOf } from './values.ts'

const plainFields = ['job_title', 'pay_rate', 'pay_period', 'pay_frequency', 'employment_type'] as const

/** An employment as contract section 2.2 lists it. */
export const buildEmployment = (key: string, remoteId: string, values: FieldValues): BuiltRow => ({
  record: {
    model: 'hris_employments',
    key,
    remoteId,
    own: {
      ...valuesOf(values, plainFields),
      pay_currency: fieldText(values, 'pay_currency')?.toUpperCase() ?? null,
      effective_date: dateOnWire(values.effective_date),
      custom_fields: {},
      integration_fields: [],
      remote_data: null,
    },
    mentions: [employeeMention(values)],
    day: null,
  },
  derived: [],
})
