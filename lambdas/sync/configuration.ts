import { type Integration, timeZoneOf } from '#core/control/integration.ts'
import { scopeOfIntegration } from '#core/control/scope-config.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { buildRow } from '#core/records/build.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { isOff, modelOf, offPoints, type Scope } from '#core/scope/scope.ts'
import { mappingWithin, rowWithin } from '#core/scope/within-scope.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import type { SyncPorts } from './ports.ts'

/** Everything but files and mappings that decides what an integration's records are, as it stands when a sync begins. */
export type Configuration = {
  /** The day it is where the customer is, `yyyy-MM-dd`. */
  readonly today: string
  readonly scope: Scope
  /** Data points that files must give, less those that the vendor does without. */
  readonly required: readonly string[]
  readonly rules: (dataset: Dataset) => RowRules
}

/** The data points that are off and of which the files of a dataset tell. */
const offIn = (scope: Scope, dataset: Dataset): readonly string[] => {
  const { model, derived } = datasetTraits[dataset]
  const models: readonly string[] = [model, ...derived, 'hris_join_employees_teams']
  return offPoints(scope).filter((point) => models.includes(modelOf(point)))
}

/** Whether nothing of a dataset may be stored. */
export const isDatasetOff = ({ scope }: Configuration, dataset: Dataset): boolean =>
  isOff(scope, datasetTraits[dataset].model)

export const readConfiguration = async (
  { control, contentHash, now }: Pick<SyncPorts, 'control' | 'contentHash' | 'now'>,
  integration: Integration,
): Promise<Configuration> => {
  const timeZone = timeZoneOf(integration)
  const today = dayIn(now(), timeZone)
  const { config, scope } = await scopeOfIntegration(control, integration)
  const waived = new Set((integration.waivers ?? []).map(({ dataPoint }) => dataPoint))
  const datedStatus = isOff(scope, 'hris_employees.employment_status') ? undefined : today
  return {
    today,
    scope,
    required: config.required.filter((point) => !waived.has(point)),
    rules: (dataset) => ({
      name: contentHash(JSON.stringify([timeZone, offIn(scope, dataset)])),
      mapping: (mapping) => mappingWithin(scope, mapping),
      build: (key, values) => rowWithin(scope, buildRow(dataset, key, values, datedStatus)),
    }),
  }
}
