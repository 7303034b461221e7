import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Json } from '#core/records/built-record.ts'
import type { ComparedRecord, Comparison } from '#core/sync/compare.ts'

const maxExamples = 5

type Cell = string | number | boolean
type Field = readonly [name: string, value: Cell]

/** Every value of a record by its path, `home_address.city`; what has none is left out. */
const flat = (value: Json, path: string): readonly Field[] => {
  if (value === null) return []
  if (typeof value !== 'object') return [[path, value]]
  return Object.entries(value).flatMap(([name, child]: [string, Json]) =>
    flat(child, path === '' ? name : `${path}.${name}`),
  )
}

/** Those of the dataset's own model that the file gives. */
export const givenRecords = (dataset: Dataset, { records }: Comparison): readonly ComparedRecord[] =>
  records
    .values()
    .filter(({ given, next }) => given && next.model === datasetTraits[dataset].model)
    .toArray()

/** Some records as the mapping makes them, first those that would change. */
export const exampleRecords = async ({ built }: Comparison, given: readonly ComparedRecord[]) => {
  const changing = given.filter(({ difference }) => difference !== 'unchanged')
  const chosen = (changing.length > 0 ? changing : given).slice(0, maxExamples)
  const texts = await built.read(chosen.map(({ next }) => next.id))
  return chosen.map(({ next, difference }) => ({
    remote_id: next.remoteId,
    difference,
    fields: Object.fromEntries(flat(JSON.parse(texts.get(next.id) ?? '{}'), '')),
  }))
}
