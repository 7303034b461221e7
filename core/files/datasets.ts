import * as v from 'valibot'
import { type ModelId, modelIds } from '#core/model/models.ts'

/** What an export file holds. */
export const datasets = [
  'employees',
  'employments',
  'absences',
  'time_off_balances',
  'timesheets',
  'groups',
  'legal_entities',
  'locations',
  'absence_types',
] as const

export const DatasetSchema = v.picklist(datasets)
export type Dataset = v.InferOutput<typeof DatasetSchema>
export const isDataset = (name: string): name is Dataset => v.is(DatasetSchema, name)

/**
 * `full`: the file is everything there is. `delta`: it is what changed since the file before it, and removes nothing. `window`: it is
 * everything between its oldest and newest date.
 */
export const DatasetModeSchema = v.picklist(['full', 'delta', 'window'])
export type DatasetMode = v.InferOutput<typeof DatasetModeSchema>

type DatasetTraits = {
  /** What a file holds unless its mapping, or its name, says something else. */
  readonly mode: DatasetMode
  /** The model that a row of the file becomes. */
  readonly model: ModelId
  /** Models that come into being because rows mention them. */
  readonly derived: readonly ModelId[]
}

export const datasetTraits: Readonly<Record<Dataset, DatasetTraits>> = {
  employees: {
    mode: 'full',
    model: 'hris_employees',
    derived: ['hris_legal_entities', 'hris_locations', 'hris_teams'],
  },
  employments: { mode: 'full', model: 'hris_employments', derived: [] },
  absences: { mode: 'full', model: 'hris_absences', derived: ['hris_absence_types'] },
  time_off_balances: { mode: 'full', model: 'hris_time_off_balances', derived: ['hris_absence_types'] },
  timesheets: { mode: 'window', model: 'hris_timesheets', derived: [] },
  groups: { mode: 'full', model: 'hris_teams', derived: [] },
  legal_entities: { mode: 'full', model: 'hris_legal_entities', derived: [] },
  locations: { mode: 'full', model: 'hris_locations', derived: [] },
  absence_types: { mode: 'full', model: 'hris_absence_types', derived: [] },
}

/** Datasets of which every row has a date: others cannot cover a window. */
const dated: readonly Dataset[] = ['absences', 'timesheets']
export const mayCoverWindow = (dataset: Dataset): boolean => dated.includes(dataset)

/** What the files of a dataset hold, by its mapping. */
export const modeOf = (dataset: Dataset, mapping?: { readonly mode?: DatasetMode }): DatasetMode =>
  mapping?.mode ?? datasetTraits[dataset].mode

/** The order in which a sync builds them: what is referred to comes first. */
export const buildOrder: readonly Dataset[] = [
  'groups',
  'legal_entities',
  'locations',
  'absence_types',
  'employees',
  'employments',
  'absences',
  'time_off_balances',
  'timesheets',
]

/** Every model that the files of a dataset tell of, in the order of writing. */
export const modelsOf = (dataset: Dataset): readonly ModelId[] => {
  const { model, derived } = datasetTraits[dataset]
  return modelIds.filter((id) => id === model || derived.includes(id))
}

/** The datasets whose files tell of a model: of those that have a record, the first decides what it says. */
export const producersOf = (model: ModelId): readonly Dataset[] =>
  buildOrder.filter((dataset) => modelsOf(dataset).includes(model))
