import type { Construct } from 'constructs'
import type { AlarmBell } from './alarm-bell.ts'
import { EventAlarm } from './event-alarm.ts'
import type { Settings } from './settings.ts'

/** What somebody should hear of. */
export const defineAlarms = (
  scope: Construct,
  common: { readonly settings: Settings; readonly bell: AlarmBell },
): void => {
  new EventAlarm(scope, 'FileLate', {
    ...common,
    metric: 'LateFiles',
    description: 'A file that a customer usually sends has not come: docs/runbook.md says what to do.',
  })
  new EventAlarm(scope, 'GuardHeld', {
    ...common,
    metric: 'GuardTrips',
    description: 'A file of a customer was held, or would remove many people: docs/runbook.md says what to do.',
  })
}
