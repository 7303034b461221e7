import { startOfDay } from '#core/values/zoned-day.ts'
import type { DueChore } from './chore.ts'
import { type Integration, timeZoneOf } from './integration.ts'
import type { IntegrationState } from './state.ts'

/** The earliest day on which records change by themselves; null when they never do. */
export const earliestDue = (datasets: IntegrationState['datasets']): string | null =>
  Object.values(datasets)
    .flatMap(({ dueAt }) => dueAt ?? [])
    .sort()
    .at(0) ?? null

/** Has a sync queued on that day. */
export const dueChore = (integration: Pick<Integration, 'id' | 'timeZone'>, day: string): DueChore => ({
  kind: 'due',
  integrationId: integration.id,
  dueAt: startOfDay(day, timeZoneOf(integration)),
})
