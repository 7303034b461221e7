import { gatheredFrom, isMuch, spreadFrom } from '#core/control/spreads.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { StateSession } from './state-session.ts'

type Generations = IntegrationState['generations']
type Write = { readonly model: ModelId; readonly ids: { readonly size: number } }

const spread = (generations: Generations, model: ModelId, writes: number, now: number): Generations => {
  const generation = generations[model]
  return generation && isMuch(writes, generation)
    ? { ...generations, [model]: spreadFrom(generation, now) }
    : generations
}

/** The generations while a plan is carried out: the feed has models of which it writes much in all their shards. */
export const withMuch =
  (writes: readonly Write[], now: number) =>
  (generations: Generations): Generations =>
    writes.reduce((before, { model, ids }) => spread(before, model, ids.size, now), generations)

/** The same for records that no plan names. */
export const spreadModel = async (
  session: StateSession,
  model: ModelId,
  writes: number,
  now: number,
): Promise<void> => {
  const generations = spread(session.state().generations, model, writes, now)
  if (generations !== session.state().generations) await session.save((state) => ({ ...state, generations }))
}

/** The generations once everything is written: the feed has what is written from now on in first shards. */
export const gathered = (generations: Generations, now: number): Generations => {
  const found = modelIds.flatMap((model) => {
    const generation = generations[model]
    return generation ? [[model, gatheredFrom(generation, now)] as const] : []
  })
  return Object.fromEntries(found)
}
