import { recordsPerShard, shardsFor } from '#core/control/generations.ts'
import type { Generation, IntegrationState } from '#core/control/state.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { livingIds } from '#core/sync/living.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { modelsOf, type PlannedWrites } from './plan-writes.ts'

type Generations = IntegrationState['generations']

const countOf = (comparison: Comparison, model: ModelId): number =>
  livingIds(comparison, model).reduce((sum) => sum + 1, 0)

const firstGeneration = (comparison: Comparison, model: ModelId, perShard: number): Generation => ({
  generation: 1,
  shards: shardsFor(countOf(comparison, model), perShard),
})

/** A new model gets as many shards as its first file asks for. */
export const withNewModels = (
  generations: Generations,
  { datasets }: PlannedWrites,
  perShard = recordsPerShard,
): Generations => {
  const chosen = datasets.flatMap(({ rebuilt, models }) =>
    models
      .filter(({ model }) => generations[model] === undefined)
      .map(({ model }) => [model, firstGeneration(rebuilt.comparison, model, perShard)] as const),
  )
  return { ...Object.fromEntries(chosen), ...generations }
}

/** How many records each model has by now: one that has grown too much is moved to more shards. */
export const withRows = (generations: Generations, rebuilt: readonly RebuiltDataset[]): Generations => {
  const counted = rebuilt.flatMap((each) =>
    modelsOf(each).flatMap((model) => {
      const generation = generations[model]
      return generation ? [[model, { ...generation, rows: countOf(each.comparison, model) }] as const] : []
    }),
  )
  return { ...generations, ...Object.fromEntries(counted) }
}
