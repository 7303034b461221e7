import type { Cadence, Place } from '#core/cadence/cadence.ts'
import type { Calendar } from '#core/cadence/calendar.ts'
import { lateFrom } from '#core/cadence/late-from.ts'
import { learnCadence } from '#core/cadence/learn.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Arrivals } from './arrivals.ts'
import type { ExpectedFile, Integration } from './integration.ts'

/** What is expected from now on; the same as before when nothing changes. */
export const expecting = (
  before: ExpectedFile | undefined,
  everyHours: number | null,
  now: number,
): ExpectedFile | undefined => {
  if (everyHours === null) return undefined
  return before?.everyHours === everyHours ? before : { everyHours, since: now }
}

export const calendarOf = ({ calendar }: Pick<Integration, 'calendar'>): Calendar =>
  calendar ?? { country: null, region: null, days: [] }

/** A cadence that was set, or none that is wanted, and since when, epoch ms. */
export type SetCadence = { readonly cadence: Cadence | null; readonly since: number }

/** What the vendor has said of a dataset; `undefined` where it is to be learned. A tenth of so many hours is the grace, at least one. */
export const setCadenceOf = (
  { cadences, expectedFile }: Pick<Integration, 'cadences' | 'expectedFile'>,
  dataset: Dataset,
): SetCadence | undefined => {
  const set = cadences?.[dataset]
  if (set || dataset !== 'employees' || !expectedFile) return set
  const { everyHours: hours, since } = expectedFile
  return { cadence: { every: 'hours', hours, grace: Math.max(1, hours / 10) }, since }
}

/**
 * By what the next file of a dataset is awaited, and from when on it is late, epoch ms; `undefined` while none is awaited. What was
 * not expected yet was not late either.
 */
export const awaitedBy = (
  integration: Integration,
  { dataset, times, last }: Arrivals,
  place: Place,
): { readonly cadence: Cadence; readonly lateFrom: number } | undefined => {
  const set = setCadenceOf(integration, dataset)
  const cadence = set ? set.cadence : learnCadence(times, place)
  if (!cadence) return undefined
  const from = Math.max(set?.since ?? 0, integration.turnedOnAt ?? 0, last.receivedAt)
  return { cadence, lateFrom: lateFrom(cadence, from, place) }
}
