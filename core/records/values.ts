import type { FieldValue, FieldValues } from '#core/mapping/fields.ts'
import type { JsonObject } from './built-record.ts'

/** The value of a field; what no source fills is null. */
export const fieldValue = (values: FieldValues, field: string): FieldValue => values[field] ?? null

/** The value as text, for fields that serve as keys and names. */
export const fieldText = (values: FieldValues, field: string): string | null => {
  const value = fieldValue(values, field)
  return value === null ? null : String(value)
}

/** A date on the wire is midnight UTC. */
export const dateOnWire = (values: FieldValues, field: string): string | null => {
  const date = fieldText(values, field)
  return date === null ? null : `${date}T00:00:00.000Z`
}

/** The values of several fields, under their own names and in this order. */
export const valuesOf = (values: FieldValues, fields: readonly string[]): Record<string, FieldValue> => {
  const picked: Record<string, FieldValue> = {}
  for (const field of fields) picked[field] = fieldValue(values, field)
  return picked
}

// Written out once, not for every row.
const addressFields = (owner: string) => ({
  city: `${owner}.city`,
  country: `${owner}.country`,
  state: `${owner}.state`,
  street_1: `${owner}.street_1`,
  street_2: `${owner}.street_2`,
  zip_code: `${owner}.zip_code`,
  raw: `${owner}.raw`,
})
const fieldsOfAddress = {
  home_address: addressFields('home_address'),
  'work_location.address': addressFields('work_location.address'),
} as const

/** An address, or null when no part is filled. `raw` is always filled when anything is. */
export const addressOf = (
  values: FieldValues,
  owner: keyof typeof fieldsOfAddress,
): (JsonObject & { readonly raw: string }) | null => {
  const fields = fieldsOfAddress[owner]
  const parts = {
    city: fieldText(values, fields.city),
    country: fieldText(values, fields.country),
    state: fieldText(values, fields.state),
    street_1: fieldText(values, fields.street_1),
    street_2: fieldText(values, fields.street_2),
    zip_code: fieldText(values, fields.zip_code),
  }
  const { city, country, state, street_1, street_2, zip_code } = parts
  const town = [zip_code, city].filter((text) => text !== null).join(' ')
  const lines = [street_1, street_2, town, state, country].filter((text) => text !== null && text !== '')
  const raw = fieldText(values, fields.raw) ?? lines.join(', ')
  return raw === '' ? null : { ...parts, raw }
}
