import type { FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRow } from './built-record.ts'
import { asText } from './values.ts'

type Build = (values: FieldValues) => BuiltRow

/**
 * A row as if nobody knew yet that the person is to leave: before the last day (`yyyy-MM-dd`) has come, it does not show. On that day the
 * same row says something else.
 */
export const withTerminationHidden =
  (today: string, build: Build): Build =>
  (values) => {
    const day = asText(values.termination_date)
    if (day === null || day <= today) return build(values)
    const built = build({ ...values, termination_date: null })
    const { due } = built.record
    return { ...built, record: { ...built.record, due: due !== undefined && due < day ? due : day } }
  }
