import type { FieldValue, FieldValues } from '#core/mapping/fields.ts'
import type { JsonObject } from './built-record.ts'

// Called some seventy times a row: `values.name` costs a fraction of `values[field]`.

/** The value of a field; what no source fills is null. */
export const fieldValue = (values: FieldValues, field: string): FieldValue => values[field] ?? null

/** A value as text, for fields that serve as keys and names. */
export const asText = (value: FieldValue | undefined): string | null => {
  if (typeof value === 'string') return value
  return value === undefined || value === null ? null : String(value)
}

/** The value of a field as text. */
export const fieldText = (values: FieldValues, field: string): string | null => asText(values[field])

/** A date on the wire is midnight UTC. */
export const dateOnWire = (date: FieldValue | undefined): string | null =>
  date === undefined || date === null ? null : `${date}T00:00:00.000Z`

/** The values of several fields, under their own names and in this order. */
export const valuesOf = (values: FieldValues, fields: readonly string[]): Record<string, FieldValue> => {
  const picked: Record<string, FieldValue> = {}
  for (const field of fields) picked[field] = fieldValue(values, field)
  return picked
}

/** The texts that there are, one behind the other. */
export const joinTexts = (separator: string, texts: readonly (string | null)[]): string => {
  let joined = ''
  for (const text of texts)
    if (text !== null && text !== '') joined = joined === '' ? text : `${joined}${separator}${text}`
  return joined
}

type AddressParts = {
  readonly city: string | null
  readonly country: string | null
  readonly state: string | null
  readonly street_1: string | null
  readonly street_2: string | null
  readonly zip_code: string | null
}

export type Address = JsonObject & { readonly raw: string }

/** An address, or null when no part is filled. `raw` is always filled when anything is. */
const withRaw = (parts: AddressParts, given: string | null): Address | null => {
  const { city, country, state, street_1, street_2, zip_code } = parts
  const raw = given ?? joinTexts(', ', [street_1, street_2, joinTexts(' ', [zip_code, city]), state, country])
  return raw === '' ? null : { city, country, state, street_1, street_2, zip_code, raw }
}

export const homeAddressOf = (values: FieldValues): Address | null =>
  withRaw(
    {
      city: asText(values['home_address.city']),
      country: asText(values['home_address.country']),
      state: asText(values['home_address.state']),
      street_1: asText(values['home_address.street_1']),
      street_2: asText(values['home_address.street_2']),
      zip_code: asText(values['home_address.zip_code']),
    },
    asText(values['home_address.raw']),
  )

/** The address of a record that has but one. */
export const addressOf = (values: FieldValues): Address | null =>
  withRaw(
    {
      city: asText(values['address.city']),
      country: asText(values['address.country']),
      state: asText(values['address.state']),
      street_1: asText(values['address.street_1']),
      street_2: asText(values['address.street_2']),
      zip_code: asText(values['address.zip_code']),
    },
    asText(values['address.raw']),
  )

export const workAddressOf = (values: FieldValues): Address | null =>
  withRaw(
    {
      city: asText(values['work_location.address.city']),
      country: asText(values['work_location.address.country']),
      state: asText(values['work_location.address.state']),
      street_1: asText(values['work_location.address.street_1']),
      street_2: asText(values['work_location.address.street_2']),
      zip_code: asText(values['work_location.address.zip_code']),
    },
    asText(values['work_location.address.raw']),
  )
