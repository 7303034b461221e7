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

const addressParts = ['city', 'country', 'state', 'street_1', 'street_2', 'zip_code'] as const

/** An address, or null when no part is filled. `raw` is always filled when anything is. */
export const addressOf = (values: FieldValues, owner: string): (JsonObject & { readonly raw: string }) | null => {
  const part = (name: string): string | null => fieldText(values, `${owner}.${name}`)
  const parts = Object.fromEntries(addressParts.map((name) => [name, part(name)]))
  const street = [part('street_1'), part('street_2')]
  const town = [
    [part('zip_code'), part('city')].filter((text) => text !== null).join(' '),
    part('state'),
    part('country'),
  ]
  const raw = part('raw') ?? [...street, ...town].filter((text) => text !== null && text !== '').join(', ')
  return raw === '' ? null : { ...parts, raw }
}
