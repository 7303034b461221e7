import { type Integration, timeZoneOf } from '#core/control/integration.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { buildRow } from '#core/records/build.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import type { SyncPorts } from './ports.ts'

/** Everything but files and mappings that decides what an integration's records are, as it stands when a sync begins. */
export type Configuration = {
  /** The day it is where the customer is, `yyyy-MM-dd`. */
  readonly today: string
  readonly rules: (dataset: Dataset) => RowRules
}

export const readConfiguration = async (
  { now }: Pick<SyncPorts, 'now'>,
  integration: Integration,
): Promise<Configuration> => {
  const timeZone = timeZoneOf(integration)
  const today = dayIn(now(), timeZone)
  return {
    today,
    rules: (dataset) => ({ name: timeZone, build: (key, values) => buildRow(dataset, key, values, today) }),
  }
}
