import type { Dataset } from '#core/files/datasets.ts'
import { requiredAlternatives, requiredFields, targetFields } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { pointsOfField } from '#core/scope/points-of-field.ts'
import { sourcesOf } from './edits.ts'

/** Fields of which one must be filled. */
type Need = readonly string[]

const needsOf = (dataset: Dataset, requiredPoints: readonly string[]): readonly Need[] => {
  const fields = Object.keys(targetFields[dataset])
  const alternatives = requiredAlternatives[dataset]
  const ofPoints = requiredPoints
    .filter((point) => point.includes('.'))
    .map((point) => fields.filter((field) => pointsOfField(dataset, field).includes(point)))
    .filter((fillers) => fillers.length > 0)
  return [...requiredFields[dataset].map((field) => [field]), ...(alternatives ? [alternatives] : []), ...ofPoints]
}

/** What must be filled, and what of it is not; of fields of which any will do, the first one is named. */
export const neededFields = (mapping: Mapping, requiredPoints: readonly string[]) => {
  const isFilled = (field: string): boolean => sourcesOf(mapping, field).length > 0
  const needs = needsOf(mapping.dataset, requiredPoints)
  const missing = needs.filter((need) => !need.some(isFilled)).flatMap(([first]) => first ?? [])
  const met = needs.flatMap((need) => need.find(isFilled) ?? [])
  return { missing: [...new Set(missing)], needed: new Set([...met, ...missing]) }
}
