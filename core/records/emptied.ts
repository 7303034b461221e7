import type { ModelId } from '#core/model/models.ts'
import { isJsonObject, type Json, type JsonObject } from './built-record.ts'

/** What may never be null on the wire (contract 7.3): a reader parses emptied records as strictly as living ones. */
const keptKeys: Readonly<Record<ModelId, readonly string[]>> = {
  hris_employees: ['id', 'remote_id'],
  hris_employments: ['id', 'employee_id'],
  hris_teams: ['id', 'remote_id'],
  hris_legal_entities: ['id'],
  hris_locations: ['id'],
  hris_absence_types: ['id', 'remote_id'],
  hris_absences: ['id', 'employee_id'],
  hris_time_off_balances: ['id', 'employee_id', 'type_id', 'type'],
  hris_timesheets: ['id', 'employee_id'],
}

/** Always lists; any other may be null, as everything else may. */
const listKeys = ['integration_fields', 'employments', 'time_off_balances', 'groups', 'teams']

/** The type that a balance must show, as little of it as a reader takes for one. */
const emptiedType = (type: JsonObject): JsonObject => ({
  ...emptiedBody('hris_absence_types', type),
  changed_at: type.changed_at ?? null,
})

/** The body of a removed record without its contents: every key is still there. */
export const emptiedBody = (model: ModelId, body: JsonObject): JsonObject => {
  const emptied: Record<string, Json> = {}
  for (const [key, value] of Object.entries(body)) {
    if (keptKeys[model].includes(key)) emptied[key] = isJsonObject(value) ? emptiedType(value) : value
    else emptied[key] = listKeys.includes(key) ? [] : null
  }
  return emptied
}
