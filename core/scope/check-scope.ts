import { coverage } from '#core/api/coverage.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import { pointsOfField } from './points-of-field.ts'
import { type ScopeSetting, settingOf } from './scope.ts'

/** Every data point there is. */
export const dataPoints: ReadonlySet<string> = new Set(
  Object.entries(coverage).flatMap(([model, { fields }]) => [model, ...fields.map((field) => `${model}.${field}`)]),
)

const identity = ['id', 'remote_id', 'changed_at', 'remote_deleted_at', 'employee_id', 'group_id']

/** Without these no record can be told apart or belong to anybody. */
const indispensable: ReadonlySet<string> = new Set([
  'hris_employees',
  'hris_time_off_balances.type_id',
  ...Object.keys(coverage).flatMap((model) => identity.map((field) => `${model}.${field}`)),
  ...datasets.flatMap((dataset) =>
    requiredFields[dataset]
      .flatMap((field) => pointsOfField(dataset, field))
      .filter((point) => point !== datasetTraits[dataset].model),
  ),
])

type ScopeInput = {
  readonly settings: Readonly<Record<string, ScopeSetting>>
  /** What a file must give. */
  readonly required: readonly string[]
}

/** What is wrong with a scope configuration, in one sentence for each mistake. */
export const scopeMistakes = ({ settings, required }: ScopeInput): readonly string[] => [
  ...[...Object.keys(settings), ...required]
    .filter((point) => !dataPoints.has(point))
    .map((point) => `There is no data point ${point}.`),
  ...Object.entries(settings)
    .filter(([point, setting]) => setting !== 'ENABLED' && indispensable.has(point))
    .map(([point]) => `${point} cannot be turned off: records could not be told apart, or would belong to nobody.`),
  ...required
    .filter(
      (point) =>
        settingOf({ settings }, point) !== 'ENABLED' ||
        settingOf({ settings }, point.split('.')[0] ?? '') !== 'ENABLED',
    )
    .map((point) => `${point} cannot be required while it is not ENABLED.`),
]
