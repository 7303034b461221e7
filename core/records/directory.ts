import type { FieldValues } from '#core/mapping/fields.ts'
import { groupTypes } from '#core/model/enum-values.ts'
import type { ModelId } from '#core/model/models.ts'
import type { BuiltRow, JsonObject, Mention } from './built-record.ts'
import { addressOf, asText, fieldValue } from './values.ts'

// Records that others refer to, from files of their own. Other files may name them by their id or by their name.

type Shape = {
  readonly model: ModelId
  readonly key: string
  readonly remoteId: string
  readonly own: JsonObject
  /** Keys by which others may mention the record, beside its own. */
  readonly otherKeys: readonly (string | null)[]
  readonly parent?: Mention | undefined
}

const built = ({ model, key, remoteId, own, otherKeys, parent }: Shape): BuiltRow => {
  const aliases = otherKeys
    .filter((other) => other !== null && other !== key)
    .map((other): Mention => ({ role: 'alias', model, key: other ?? '' }))
  const mentions = parent ? [parent, ...aliases] : aliases
  return { record: { model, key, remoteId, own, mentions, day: null }, derived: [] }
}

/** A legal entity as contract section 2.4 lists it. */
export const buildLegalEntity = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const name = asText(values.name)
  const own = { name, address: addressOf(values), remote_data: null }
  return built({ model: 'hris_legal_entities', key, remoteId, own, otherKeys: [name] })
}

/** A location as contract section 2.5 lists it. */
export const buildLocation = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const name = asText(values.name)
  const own = { name, address: addressOf(values), type: asText(values.type), remote_data: null }
  return built({ model: 'hris_locations', key, remoteId, own, otherKeys: [name] })
}

/** An absence type as contract section 2.6 lists it. */
export const buildAbsenceType = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const name = asText(values.name)
  const own = {
    name,
    unit: asText(values.unit),
    half_days_supported: fieldValue(values, 'half_days_supported'),
    exact_times_supported: fieldValue(values, 'exact_times_supported'),
    remote_data: null,
  }
  return built({ model: 'hris_absence_types', key, remoteId, own, otherKeys: [name] })
}

/** The identity of a group: a department and a team may share an id, so that the type is part of it, also where it is none. */
export const groupKey = (type: string | null, id: string): string => `${type ?? ''}:${id}`

/** A group as contract section 2.3 lists it, without its parent. One without a type is found as any type. */
export const buildGroup = (key: string, remoteId: string, values: FieldValues): BuiltRow => {
  const name = asText(values.name)
  const type = asText(values.type)
  const parentId = asText(values['parent.remote_id'])
  const parentKey = parentId === null ? null : groupKey(asText(values['parent.type']) ?? type, parentId)
  const names = name === null ? [key] : [key, name]
  return built({
    model: 'hris_teams',
    key: groupKey(type, key),
    remoteId,
    own: { name, type, remote_data: null },
    otherKeys: (type === null ? groupTypes : [type]).flatMap((each) => names.map((id) => groupKey(each, id))),
    parent: parentKey === null ? undefined : { role: 'parent', model: 'hris_teams', key: parentKey },
  })
}

/** The identity keys that a record with this id in its file may have. */
export const identityKeys = (model: ModelId, remoteId: string): readonly string[] =>
  model === 'hris_teams' ? [...groupTypes, null].map((type) => groupKey(type, remoteId)) : [remoteId]

/** The id that a record with this identity key has in its file. */
export const remoteIdOfIdentity = (model: ModelId, key: string): string =>
  model === 'hris_teams' ? key.slice(key.indexOf(':') + 1) : key
