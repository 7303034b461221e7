import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { type RowRules, rowRules } from '#core/records/row-rules.ts'
import { isOff, type Scope } from '#core/scope/scope.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import { type Columns, readColumns } from './columns.ts'
import { type CustomField, readCustomFields } from './custom-field.ts'
import { type Integration, openStepsOf, timeZoneOf } from './integration.ts'
import { type ScopeConfig, scopeOfIntegration } from './scope-config.ts'
import type { IntegrationState } from './state.ts'
import { readSuppressions } from './suppression.ts'

/** Everything but files and mappings that decides what an integration's records are, as it stands now. */
export type Configuration = {
  /** The day it is where the customer is, `yyyy-MM-dd`. */
  readonly today: string
  readonly scopeConfig: ScopeConfig
  readonly scope: Scope
  /** Data points that files must give, less those that the vendor does without. */
  readonly required: readonly string[]
  readonly customFields: readonly CustomField[]
  readonly columns: readonly Columns[]
  readonly rules: (dataset: Dataset) => RowRules
  /** When any of it changed last, epoch ms. */
  readonly changedAt: number
}

/** Whether nothing of a dataset may be stored. */
export const isDatasetOff = ({ scope }: Pick<Configuration, 'scope'>, dataset: Dataset): boolean =>
  isOff(scope, datasetTraits[dataset].model)

export const readConfiguration = async (
  control: Pick<ControlStore, 'get' | 'query'>,
  integration: Integration,
  now: number,
): Promise<Configuration> => {
  const timeZone = timeZoneOf(integration)
  const today = dayIn(now, timeZone)
  const [{ config, scope }, customFields, columns, suppressed] = await Promise.all([
    scopeOfIntegration(control, integration),
    readCustomFields(control),
    readColumns(control, integration.id),
    readSuppressions(control, integration.id),
  ])
  const waived = new Set((integration.waivers ?? []).map(({ dataPoint }) => dataPoint))
  const filter = integration.filter?.rules ?? []
  const filterIsOpen = openStepsOf(integration).includes('filtering')
  const hidesTerminations = integration.hidesTerminations ?? false
  const ruling = { timeZone, today, scope, customFields, columns, filter, filterIsOpen, suppressed, hidesTerminations }
  return {
    today,
    scopeConfig: config,
    scope,
    required: config.required.filter((point) => !waived.has(point)),
    customFields,
    columns,
    rules: (dataset) => rowRules(ruling, dataset),
    changedAt: Math.max(
      config.changedAt,
      integration.configuredAt ?? 0,
      ...customFields.map(({ changedAt }) => changedAt),
    ),
  }
}

/** Since when records are stored that the configuration would have otherwise; null when there are none. */
export const expiredSince = (
  { rules, changedAt }: Pick<Configuration, 'rules' | 'changedAt'>,
  state: Pick<IntegrationState, 'datasets'> | undefined,
): number | null => {
  const outdated = datasets.some((dataset) => {
    const configuration = state?.datasets[dataset]?.configuration
    return configuration !== undefined && configuration !== rules(dataset).name
  })
  return outdated && changedAt > 0 ? changedAt : null
}
