import { recordsPerShard, shardsFor } from '#core/control/generations.ts'
import type { Generation, IntegrationState } from '#core/control/state.ts'
import { modelsOf } from '#core/files/datasets.ts'
import { countOf, type Producer } from '#core/sync/producers.ts'
import type { PlannedWrites } from './plan-writes.ts'

type Generations = IntegrationState['generations']

/** A new model gets as many shards as its first file asks for. */
export const withNewModels = (
  generations: Generations,
  { writes, producers }: PlannedWrites,
  perShard = recordsPerShard,
): Generations => {
  const chosen = [...new Set(writes.map(({ model }) => model))]
    .filter((model) => generations[model] === undefined)
    .map((model): [string, Generation] => [
      model,
      { generation: 1, shards: shardsFor(countOf(producers, model), perShard) },
    ])
  return { ...Object.fromEntries(chosen), ...generations }
}

/** How many records each model has by now: one that has grown too much is moved to more shards. */
export const withRows = (generations: Generations, producers: readonly Producer[]): Generations => {
  const models = new Set(producers.flatMap(({ dataset, after }) => (after ? modelsOf(dataset) : [])))
  const counted = [...models].flatMap((model) => {
    const generation = generations[model]
    return generation ? [[model, { ...generation, rows: countOf(producers, model) }] as const] : []
  })
  return { ...generations, ...Object.fromEntries(counted) }
}
