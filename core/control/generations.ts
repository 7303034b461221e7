import { type ModelId, modelIds } from '#core/model/models.ts'
import type { Generation, IntegrationState, Retired } from './state.ts'

/** A partition takes 1,000 writes a second: one shard for each 25,000 records keeps a first load within a minute or so. */
export const recordsPerShard = 25_000
const maxShards = 64
/** A model may grow to so many times what its shards were chosen for: the first file is often a sample of five rows. */
const bearableGrowth = 4
/** How long cursors that name a generation stay good after it was replaced. */
export const cursorLifeMs = 24 * 60 * 60 * 1000
/** A request that took a cursor at the last moment has long been answered by then. */
const graceMs = 60_000

/** From when on the records of a generation may go, epoch ms. */
export const purgeableAt = ({ servedUntil }: Pick<Retired, 'servedUntil'>): number => servedUntil + graceMs

/** How many shards so many records ask for. */
export const shardsFor = (records: number, perShard: number): number =>
  Math.min(maxShards, Math.max(1, Math.ceil(records / perShard)))

const hasOutgrown = ({ shards, rows = 0 }: Generation, perShard: number): boolean =>
  rows > bearableGrowth * perShard * shards && shardsFor(rows, perShard) > shards

type State = Pick<IntegrationState, 'generations' | 'move' | 'retired'>

/** The first model that has too few shards, and the generation to move it to. */
export const outgrownModel = (
  { generations, retired }: State,
  perShard: number,
): { readonly model: ModelId; readonly to: Generation } | undefined => {
  const model = modelIds.find((id) => {
    const generation = generations[id]
    return generation !== undefined && hasOutgrown(generation, perShard)
  })
  const current = model && generations[model]
  if (!model || !current) return undefined
  const used = retired.filter((each) => each.model === model).map(({ generation }) => generation)
  const generation = Math.max(current.generation, ...used) + 1
  return { model, to: { generation, shards: shardsFor(current.rows ?? 0, perShard) } }
}

/** Whether anything about an integration's generations is to be done by now. */
export const needsUpkeep = (state: State, perShard: number, now: number): boolean =>
  state.move !== null ||
  state.retired.some((each) => purgeableAt(each) <= now) ||
  outgrownModel(state, perShard) !== undefined

/** Whether a cursor may go on in a generation: it is the current one, or was until a day ago. */
export const isServed = ({ generations, retired }: State, model: ModelId, generation: number, now: number): boolean =>
  generations[model]?.generation === generation ||
  retired.some((each) => each.model === model && each.generation === generation && now < each.servedUntil)
