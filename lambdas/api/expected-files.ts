import type { ChangeIntegration } from '#core/api/endpoints/manage-integrations.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import type { Cadence } from '#core/cadence/cadence.ts'
import { type Arrivals, readArrivals } from '#core/control/arrivals.ts'
import { expecting, setCadenceOf } from '#core/control/expected-file.ts'
import type { Integration } from '#core/control/integration.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

type Expectations = Pick<Integration, 'expectedFile' | 'cadences' | 'calendar'>
type Wish = NonNullable<ChangeIntegration['cadences']>

const changedCadences = (
  before: NonNullable<Integration['cadences']>,
  wish: Wish,
  since: number,
): NonNullable<Integration['cadences']> => {
  const set = (wanted: Cadence | 'none') => ({ cadence: wanted === 'none' ? null : wanted, since })
  const kept = Object.entries(before).filter(([dataset]) => !(dataset in wish))
  const wanted = Object.entries(wish).flatMap(([dataset, cadence]) =>
    cadence === 'learned' ? [] : [[dataset, set(cadence)] as const],
  )
  return Object.fromEntries([...kept, ...wanted])
}

/** When files are expected, after a wish: what is said of employees in one way is taken back in the other. */
export const changedExpectations = (
  { expectedFile, cadences = {}, calendar }: Expectations,
  { expected_every_hours: hours, cadences: wish = {}, calendar: wantedCalendar = calendar }: ChangeIntegration,
  now: number,
): Expectations => {
  const byHours = hours === undefined ? expectedFile : expecting(expectedFile, hours, now)
  const ofEmployees: Wish = hours === undefined ? {} : { employees: 'learned' }
  const changed = changedCadences(cadences, { ...ofEmployees, ...wish }, now)
  return {
    ...(byHours && wish.employees === undefined ? { expectedFile: byHours } : {}),
    ...(Object.keys(changed).length > 0 ? { cadences: changed } : {}),
    ...(wantedCalendar ? { calendar: wantedCalendar } : {}),
  }
}

/** Whether a wish has files awaited by something else than before. */
export const changesExpectations = (wish: ChangeIntegration): boolean =>
  [wish.expected_every_hours, wish.cadences, wish.calendar, wish.time_zone].some((each) => each !== undefined)

const shownExpectation = (integration: Integration, dataset: Dataset, arrivals: Arrivals | undefined) => {
  const set = setCadenceOf(integration, dataset)
  return {
    dataset,
    source: set ? ('set' as const) : ('learned' as const),
    cadence: (set ? set.cadence : arrivals?.cadence) ?? null,
    last_file: arrivals
      ? { id: arrivals.last.fileId, name: arrivals.last.name, received_at: isoTime(arrivals.last.receivedAt) }
      : null,
    expected_by: isoTimeIfAny(arrivals?.lateFrom ?? null),
    late_since: isoTimeIfAny(arrivals?.lateSince ?? null),
  }
}

/** Of each dataset of which files have come or are expected: by what, until when, and since when the next one is late. */
export const shownExpectations = async (
  { control }: { readonly control: Pick<ControlStore, 'query'> },
  integration: Integration,
) => {
  const all = await readArrivals(control, integration.id)
  const isKnown = (dataset: Dataset): boolean => all.some((each) => each.dataset === dataset)
  return datasets
    .filter((dataset) => isKnown(dataset) || setCadenceOf(integration, dataset))
    .map((dataset) =>
      shownExpectation(
        integration,
        dataset,
        all.find((each) => each.dataset === dataset),
      ),
    )
}
