import type { Candidate } from './header-lookup.ts'
import { type AddressMatch, matchAddress } from './match-address.ts'
import { matchHeader } from './match-header.ts'
import type { SampleColumn } from './sample-column.ts'

type Named = { readonly column: SampleColumn; readonly candidates: readonly Candidate[] }
type Place = { readonly column: SampleColumn; readonly match: AddressMatch }

const statedConfidence = 0.88
const guessedConfidence = 0.65
const enoughValues = 5

/** Homes differ from person to person, offices repeat. Without enough values, an office elsewhere in the file leaves it open. */
const ownerByValues = (places: readonly Place[], hasOffice: boolean): 'home' | 'work' | undefined => {
  const telling =
    places.find(({ match }) => match.part === 'street_1' || match.part === 'raw') ??
    places.find(({ match }) => match.part === 'zip_code') ??
    (places.length > 1 ? places[0] : undefined)
  if (telling === undefined) return undefined
  const { values, distinct } = telling.column
  if (values.length === 0) return 'home'
  // A few that all differ are homes rather than offices.
  if (values.length < enoughValues) return hasOffice && distinct.size < values.length ? undefined : 'home'
  const variety = distinct.size / values.length
  if (variety > 0.6) return 'home'
  return variety < 0.3 ? 'work' : undefined
}

const prefixes = { home: 'home_address', work: 'work_location.address' } as const

/** `Address` beside a city is the street; what leaves open whose it is may be at home. */
const partOf = ({ match }: Place, all: readonly Place[]): string => {
  const isOthers = (owner: AddressMatch['owner']): boolean =>
    match.owner === 'open' ? owner === 'work' : owner !== match.owner && owner !== 'open'
  const parts = new Set(all.filter((other) => !isOthers(other.match.owner)).map((other) => other.match.part))
  const isDivided = ['city', 'zip_code', 'state'].some((part) => parts.has(part))
  return match.part === 'raw' && isDivided && !parts.has('street_1') ? 'street_1' : match.part
}

/** The columns that are parts of an address, by their names or what these are without the prefix of their table. */
const placesOf = (unnamed: readonly SampleColumn[], bare: readonly string[]): readonly Place[] =>
  unnamed.flatMap((column): Place[] => {
    const match = matchAddress(column.name) ?? matchAddress(bare[column.index] ?? column.name)
    return match === undefined ? [] : [{ column, match }]
  })

/** Which address the columns belong to, by their names or, where these leave it open, by their values. Single columns such as `Country` stay open. */
export const addressClaims = (
  unnamed: readonly SampleColumn[],
  columns: readonly SampleColumn[],
  bare: readonly string[],
): readonly Named[] => {
  const places = placesOf(unnamed, bare)
  const hasOffice = columns.some(({ name }) =>
    matchHeader('employees', name).some(({ field }) => field === 'work_location.name'),
  )
  const guessed = ownerByValues(
    places.filter(({ match }) => match.owner === 'open'),
    hasOffice,
  )
  return places.flatMap((place): Named[] => {
    const owner = place.match.owner === 'open' ? guessed : place.match.owner
    if (owner === undefined) return []
    const confidence = place.match.owner === 'open' ? guessedConfidence : statedConfidence
    return [
      { column: place.column, candidates: [{ field: `${prefixes[owner]}.${partOf(place, places)}`, confidence }] },
    ]
  })
}

/** The parts of the one address that a row has, whoever its columns say it is. */
export const onlyAddressClaims = (unnamed: readonly SampleColumn[], bare: readonly string[]): readonly Named[] => {
  const places = placesOf(unnamed, bare).map(
    ({ column, match }): Place => ({ column, match: { ...match, owner: 'open' } }),
  )
  return places.map((place) => ({
    column: place.column,
    candidates: [{ field: `address.${partOf(place, places)}`, confidence: statedConfidence }],
  }))
}
