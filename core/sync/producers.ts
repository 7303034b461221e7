import { buildOrder, type Dataset, modelsOf, producersOf } from '#core/files/datasets.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Comparison } from './compare.ts'
import type { IdSet } from './id-table.ts'
import { livesOn, livingIds } from './living.ts'
import type { ManifestRow } from './manifest.ts'
import type { ManifestTable } from './manifest-table.ts'
import { noOthers, type Others } from './others.ts'

/** One of the datasets that tell of the same models. */
export type Producer = {
  readonly dataset: Dataset
  /** What is committed of it. */
  readonly before: ManifestTable
  /** What it comes to now; undefined while it stays as it is committed. */
  readonly after: Comparison | undefined
}

const has = ({ before, after }: Producer, id: string): boolean => (after ? livesOn(after, id) : before.find(id) >= 0)

const rowOf = ({ before }: Producer, id: string): ManifestRow | undefined => {
  const index = before.find(id)
  return index < 0 ? undefined : before.row(index)
}

/** The hash of what a record of the producer shows inside others from now on. */
const embedOf = (producer: Producer, id: string): string | undefined =>
  producer.after?.records.get(id)?.next.embed ?? rowOf(producer, id)?.embed

const tellsOfSame = (dataset: Dataset, other: Dataset): boolean =>
  modelsOf(dataset).some((model) => modelsOf(other).includes(model))

/** Records that a dataset has and that none of those before it has any more. */
const inheritedBy = (dataset: Dataset, own: ManifestTable, earlier: readonly Producer[]): ReadonlySet<string> => {
  const inherited = new Set<string>()
  for (const { after } of earlier)
    for (const { id, model } of after?.removed ?? [])
      if (modelsOf(dataset).includes(model) && own.find(id) >= 0 && !earlier.some((each) => has(each, id)))
        inherited.add(id)
  return inherited
}

/** What the other producers mean for a dataset. `unknown`: ids that an unfinished plan may have written. */
export const othersOf = (
  dataset: Dataset,
  own: ManifestTable,
  producers: readonly Producer[],
  unknown: IdSet,
): Others => {
  const place = buildOrder.indexOf(dataset)
  const sharing = producers.filter((each) => each.dataset !== dataset && tellsOfSame(dataset, each.dataset))
  const earlier = sharing.filter((each) => buildOrder.indexOf(each.dataset) < place)
  const later = sharing.filter((each) => buildOrder.indexOf(each.dataset) > place)
  const rowIn = (some: readonly Producer[], id: string): ManifestRow | undefined => {
    for (const each of some) {
      const row = rowOf(each, id)
      if (row) return row
    }
    return undefined
  }
  const committed = (id: string): ManifestRow | undefined =>
    rowIn(earlier, id) ?? (own.find(id) >= 0 ? undefined : rowIn(later, id))
  const stored = (id: string): ManifestRow | undefined =>
    rowIn(earlier, id) ?? rowOf({ dataset, before: own, after: undefined }, id) ?? rowIn(later, id)
  const move = (id: string): boolean => {
    const decider = earlier.find((each) => has(each, id))
    return decider !== undefined && (unknown.has(id) || embedOf(decider, id) !== stored(id)?.embed)
  }
  const models = modelsOf(dataset).filter((model) => sharing.some((each) => modelsOf(each.dataset).includes(model)))
  if (models.length === 0) return noOthers
  return {
    models,
    decide: (id) => earlier.some((each) => has(each, id)),
    move,
    committed,
    inherited: inheritedBy(dataset, own, earlier),
  }
}

/** Whether any of the producers has the record from now on. */
export const livesAnywhere = (producers: readonly Producer[], id: string): boolean =>
  producers.some((each) => has(each, id))

function* idsOf({ before, after }: Producer, model: ModelId): Generator<string> {
  if (after) yield* livingIds(after, model)
  else for (let index = 0; index < before.size; index += 1) if (before.model(index) === model) yield before.id(index)
}

/** How many records of a model there are from now on. */
export const countOf = (producers: readonly Producer[], model: ModelId): number => {
  const all = producers.filter(({ dataset }) => producersOf(model).includes(dataset))
  return all.reduce((sum, each, place) => {
    const earlier = all.slice(0, place)
    return sum + idsOf(each, model).reduce((count, id) => count + (livesAnywhere(earlier, id) ? 0 : 1), 0)
  }, 0)
}
