import type { FieldValues } from '#core/mapping/fields.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { costCenterOf, type Derived, departmentOf, legalEntityOf, locationOf, teamOf } from '#core/records/derived.ts'
import { statusOf } from '#core/records/employee.ts'
import { asText } from '#core/records/values.ts'
import { filterFields } from './employee-filter.ts'

/** A value that a rule can ask for, and what people call it; null: the person has none. */
type Trait = { readonly value: string | null; readonly label: string | null }

const none: Trait = { value: null, label: null }
const plain = (value: string | null): Trait => ({ value, label: value })

const nameOf = ({ name }: JsonObject): string | null => (typeof name === 'string' ? name : null)

const ofDerived = (derived: Derived | null): Trait =>
  derived === null ? none : { value: derived.record.key, label: nameOf(derived.record.own) }

const groupsOf = (values: FieldValues): readonly Trait[] => {
  const groups = [departmentOf(values), teamOf(values), costCenterOf(values)].filter((group) => group !== null)
  return groups.length === 0 ? [none] : groups.map(ofDerived)
}

type Read = (values: FieldValues, today: string) => readonly Trait[]

const readers: Readonly<Record<(typeof filterFields)[number], Read>> = {
  work_location: (values) => [ofDerived(locationOf(values))],
  legal_entity: (values) => [ofDerived(legalEntityOf(values))],
  group: groupsOf,
  employment_type: (values) => [plain(asText(values.employment_type))],
  employment_status: (values, today) => [plain(asText(statusOf(values, today).status))],
}

/** How a field that a rule looks at is read from the mapped values of a row; a person may have several of its values. */
export const traitReader = (field: string): Read => {
  const known = filterFields.find((each) => each === field)
  return known ? readers[known] : (values) => [plain(asText(values[field]))]
}
