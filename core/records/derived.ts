import type { FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRecord, JsonObject, Mention, Role } from './built-record.ts'
import { addressOf, fieldText } from './values.ts'

/** A record that exists because rows mention it, and the mention of it. */
export type Derived = { readonly record: BuiltRecord; readonly mention: Mention }

type Shape = {
  readonly role: Role
  readonly model: BuiltRecord['model']
  readonly key: string
  readonly remoteId: string
  readonly own: JsonObject
}

const derived = ({ role, model, key, remoteId, own }: Shape): Derived => ({
  record: { model, key, remoteId, own, mentions: [], day: null },
  mention: { role, model, key },
})

const wireOnly = { remote_data: null }

export const legalEntityOf = (values: FieldValues): Derived | null => {
  const name = fieldText(values, 'legal_entity.name')
  const key = fieldText(values, 'legal_entity.remote_id') ?? name
  if (key === null) return null
  const own = { name: name ?? key, address: null, ...wireOnly }
  return derived({ role: 'legal_entity', model: 'hris_legal_entities', key, remoteId: key, own })
}

export const locationOf = (values: FieldValues): Derived | null => {
  const name = fieldText(values, 'work_location.name')
  const address = addressOf(values, 'work_location.address')
  const key = fieldText(values, 'work_location.remote_id') ?? name ?? address?.raw ?? null
  if (key === null) return null
  const own = { name: name ?? key, address, type: fieldText(values, 'work_location.type'), ...wireOnly }
  return derived({ role: 'work_location', model: 'hris_locations', key, remoteId: key, own })
}

const groupFields = [
  { type: 'DEPARTMENT', nameField: 'department.name', idField: 'department.remote_id' },
  { type: 'TEAM', nameField: 'team.name', idField: 'team.remote_id' },
  { type: 'COST_CENTER', nameField: 'cost_center.name', idField: 'cost_center.remote_id' },
] as const

const groupOf = (values: FieldValues, { type, nameField, idField }: (typeof groupFields)[number]): Derived | null => {
  const name = fieldText(values, nameField)
  const remoteId = fieldText(values, idField) ?? name
  if (remoteId === null) return null
  // A department and a team may share a name: the type is part of the identity.
  const key = `${type}:${remoteId}`
  const own = { name: name ?? remoteId, type, parent_id: null, ...wireOnly }
  return derived({ role: 'group', model: 'hris_teams', key, remoteId, own })
}

export const groupsOf = (values: FieldValues): readonly Derived[] =>
  groupFields.map((fields) => groupOf(values, fields)).filter((group) => group !== null)

export const absenceTypeOf = (values: FieldValues): Derived | null => {
  const name = fieldText(values, 'type.name')
  const key = fieldText(values, 'type.remote_id') ?? name
  if (key === null) return null
  const own = {
    name: name ?? key,
    unit: fieldText(values, 'type.unit'),
    half_days_supported: null,
    exact_times_supported: null,
    ...wireOnly,
  }
  return derived({ role: 'type', model: 'hris_absence_types', key, remoteId: key, own })
}
