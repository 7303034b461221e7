import { isJsonObject, type JsonObject } from './built-record.ts'

/** An employee's body that does not show somebody as the manager any more; the same where it never did. */
export const withoutManager = (body: JsonObject, people: readonly string[]): JsonObject => {
  const { manager } = body
  const shown = [body.manager_id, isJsonObject(manager) ? manager.id : null]
  return shown.some((id) => people.includes(String(id))) ? { ...body, manager_id: null, manager: null } : body
}
