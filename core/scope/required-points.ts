import type { Dataset } from '#core/files/datasets.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { targetFields } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { pointsOfField } from './points-of-field.ts'

type Fillers = { readonly point: string; readonly fields: readonly string[] }

/** The required data points that files of a dataset can give, and the fields of a mapping that would fill each. */
const fillersOf = (dataset: Dataset, required: readonly string[]): readonly Fillers[] =>
  required
    .map((point) => ({
      point,
      fields: Object.keys(targetFields[dataset]).filter((field) => pointsOfField(dataset, field).includes(point)),
    }))
    .filter(({ point, fields }) => fields.length > 0 && point !== datasetTraits[dataset].model)

/** The required data points that a mapping fills from no column. */
export const missingPoints = ({ dataset, fields }: Mapping, required: readonly string[]): readonly string[] =>
  fillersOf(dataset, required)
    .filter((each) => !each.fields.some((field) => Object.hasOwn(fields, field)))
    .map(({ point }) => point)

/** What to tell about each of them: the column to add. */
export const missingPointIssues = (mapping: Mapping, required: readonly string[]): readonly Issue[] =>
  missingPoints(mapping, required).map((point) => {
    const column = point.slice(point.indexOf('.') + 1)
    return issue('DATA_POINT_MISSING', {
      ...say('dataPointMissing', { point, column }),
      dataset: mapping.dataset,
      column,
    })
  })
