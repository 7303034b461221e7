import type { FieldValues } from '#core/mapping/fields.ts'
import type { BuiltRecord, JsonObject, Mention, Role } from './built-record.ts'
import { groupKey } from './directory.ts'
import { asText, workAddressOf } from './values.ts'

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

export const legalEntityOf = (values: FieldValues): Derived | null => {
  const name = asText(values['legal_entity.name'])
  const key = asText(values['legal_entity.remote_id']) ?? name
  if (key === null) return null
  const own = { name: name ?? key, address: null, remote_data: null }
  return derived({ role: 'legal_entity', model: 'hris_legal_entities', key, remoteId: key, own })
}

export const locationOf = (values: FieldValues): Derived | null => {
  const name = asText(values['work_location.name'])
  const address = workAddressOf(values)
  const key = asText(values['work_location.remote_id']) ?? name ?? address?.raw ?? null
  if (key === null) return null
  const own = { name: name ?? key, address, type: asText(values['work_location.type']), remote_data: null }
  return derived({ role: 'work_location', model: 'hris_locations', key, remoteId: key, own })
}

const groupOf = (type: string, name: string | null, id: string | null): Derived | null => {
  const remoteId = id ?? name
  if (remoteId === null) return null
  const key = groupKey(type, remoteId)
  const own = { name: name ?? remoteId, type, remote_data: null }
  return derived({ role: 'group', model: 'hris_teams', key, remoteId, own })
}

export const departmentOf = (values: FieldValues): Derived | null =>
  groupOf('DEPARTMENT', asText(values['department.name']), asText(values['department.remote_id']))

export const teamOf = (values: FieldValues): Derived | null =>
  groupOf('TEAM', asText(values['team.name']), asText(values['team.remote_id']))

export const costCenterOf = (values: FieldValues): Derived | null =>
  groupOf('COST_CENTER', asText(values['cost_center.name']), asText(values['cost_center.remote_id']))

export const absenceTypeOf = (values: FieldValues): Derived | null => {
  const name = asText(values['type.name'])
  const key = asText(values['type.remote_id']) ?? name
  if (key === null) return null
  const own = {
    name: name ?? key,
    unit: asText(values['type.unit']),
    half_days_supported: null,
    exact_times_supported: null,
    remote_data: null,
  }
  return derived({ role: 'type', model: 'hris_absence_types', key, remoteId: key, own })
}
