import { type Dataset, datasets } from '#core/files/datasets.ts'
import { isOtherManagerName, requiredFields, targetFields } from '#core/mapping/fields.ts'

/** What an export file of one dataset is called and what it may hold: shown before the customer configures the upload. */
export type DataPoint = {
  readonly dataset: Dataset
  readonly fileName: string
  readonly requiredFields: readonly string[]
  readonly optionalFields: readonly string[]
}

/** The column that tells rows apart: every file needs one. */
const identity = 'remote_id'

const dataPoint = (dataset: Dataset): DataPoint => {
  const required = requiredFields[dataset]
  return {
    dataset,
    fileName: `${dataset}.csv`,
    requiredFields: [identity, ...required],
    optionalFields: Object.keys(targetFields[dataset]).filter(
      (field) => !required.includes(field) && !isOtherManagerName(field),
    ),
  }
}

export const dataPoints: readonly DataPoint[] = datasets.map(dataPoint)

export const fileNames: readonly string[] = dataPoints.map(({ fileName }) => fileName)
