import { readCountry } from '#core/values/country.ts'
import type { Mapping, Source } from './mapping.ts'
import { type SampleColumn, share } from './sample-column.ts'

const mostly = 0.9
const phones = 'mobile_phone_number'

/** The country that nearly everybody of a column is of. */
const countryOf = ({ values }: SampleColumn): string | undefined => {
  const [first] = values.map((value) => readCountry(value))
  const isIt = (value: string): boolean => readCountry(value) === first
  return typeof first === 'string' && /^[A-Z]{2}$/.test(first) && share(values, isIt) >= mostly ? first : undefined
}

/** The fields with the country of phone numbers that name none, where the file is about one country. */
export const withPhoneCountry = (
  fields: Record<string, Source[]>,
  columns: readonly SampleColumn[],
): Mapping['fields'] => {
  const sources = fields[phones]
  const places = ['home_address.country', 'work_location.address.country'].flatMap((field) => fields[field] ?? [])
  const country = places
    .flatMap((source) => columns.filter(({ name }) => source.from === 'column' && source.column === name))
    .map(countryOf)
    .find((each) => each !== undefined)
  if (sources === undefined || country === undefined) return fields
  return { ...fields, [phones]: sources.map((each) => (each.from === 'column' ? { ...each, country } : each)) }
}
