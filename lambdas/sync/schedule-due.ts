import { keyOfChore } from '#core/control/chore.ts'
import { dueChore, earliestDue } from '#core/control/due.ts'
import type { Integration } from '#core/control/integration.ts'
import { timeZoneOf } from '#core/control/integration.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { dayAfter, dayIn } from '#core/values/zoned-day.ts'
import type { SyncPorts } from './ports.ts'

/** Has housekeeping queue a sync when the first of the records changes by itself, and answers that day. */
export const scheduleDue = async (
  { control, now }: Pick<SyncPorts, 'control' | 'now'>,
  integration: Integration,
  datasets: IntegrationState['datasets'],
): Promise<string | null> => {
  const dueAt = earliestDue(datasets)
  if (dueAt === null) return null
  const tomorrow = dayAfter(dayIn(now(), timeZoneOf(integration)))
  const isOverdue = dueAt < tomorrow
  // What is overdue could not be read today.
  const chore = dueChore(integration, isOverdue ? tomorrow : dueAt)
  await control.create(keyOfChore(chore), chore)
  return dueAt
}
