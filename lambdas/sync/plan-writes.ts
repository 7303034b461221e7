import { createHash } from 'node:crypto'
import { type Dataset, modelsOf, producersOf } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { ComparedRecord } from '#core/sync/compare.ts'
import { type IdTable, idPacker, idTable } from '#core/sync/id-table.ts'
import { changedRecords } from '#core/sync/living.ts'
import { livesAnywhere, type Producer } from '#core/sync/producers.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { UnknownIds } from './plan-file.ts'

/** What is written of one model because of one dataset. */
export type ModelWrite = {
  readonly rebuilt: RebuiltDataset
  readonly model: ModelId
  /** Those that live on, then those to remove. */
  readonly ids: IdTable
  /** How many of them live on. */
  readonly changed: number
  /** Whether the feed tells of any that lives on. */
  readonly feeds: boolean
}

/** Everything that a sync writes, in order; the fingerprint differs whenever anything of it differs. */
export type PlannedWrites = {
  readonly datasets: readonly RebuiltDataset[]
  readonly writes: readonly ModelWrite[]
  /** Every dataset that tells of what is written. */
  readonly producers: readonly Producer[]
  readonly fingerprint: string
}

/** Records that no dataset has any more. Unknown ids that nothing has any use for are removed too. */
const removedIds = (
  { comparison }: RebuiltDataset,
  model: ModelId,
  unknown: UnknownIds,
  producers: readonly Producer[],
): ReadonlySet<string> => {
  const removed = new Set<string>()
  for (const row of comparison.removed)
    if (row.model === model && !livesAnywhere(producers, row.id)) removed.add(row.id)
  for (const id of unknown.get(model) ?? []) if (!livesAnywhere(producers, id)) removed.add(id)
  return removed
}

const textOf = ({ next, difference }: ComparedRecord): string =>
  [next.id, next.own, next.embed, difference, ...next.references.map(({ role, id }) => role + id)].join(' ')

/** What every dataset must write, one model after the other, so that what is embedded is there before what embeds it. */
export const planWrites = (
  datasets: readonly RebuiltDataset[],
  unknown: UnknownIds,
  producers: readonly Producer[],
): PlannedWrites => {
  const fingerprint = createHash('sha256')
  const modelWrite = (rebuilt: RebuiltDataset, model: ModelId, gone: Set<string>): ModelWrite => {
    const packer = idPacker()
    let feeds = false
    for (const record of changedRecords(rebuilt.comparison, model)) {
      fingerprint.update(`${textOf(record)}\n`)
      packer.add(record.next.id)
      feeds ||= record.difference !== 'redrawn'
    }
    const changed = packer.count()
    for (const id of removedIds(rebuilt, model, unknown, producers)) {
      // The first dataset that misses a record removes it.
      if (gone.has(id)) continue
      gone.add(id)
      fingerprint.update(`${id} removed\n`)
      packer.add(id)
    }
    return { rebuilt, model, ids: idTable(packer.pack()), changed, feeds }
  }
  const writes = modelIds.flatMap((model) => {
    const gone = new Set<string>()
    return datasets
      .filter(({ dataset }) => modelsOf(dataset).includes(model))
      .map((rebuilt) => modelWrite(rebuilt, model, gone))
      .filter(({ ids }) => ids.size > 0)
  })
  return { datasets, writes, producers, fingerprint: fingerprint.digest('hex') }
}

/** Unknown ids of models of which not every committed dataset was read again: they stay unknown. */
export const leftUnknown = (
  unknown: UnknownIds,
  rebuilt: readonly RebuiltDataset[],
  committed: readonly Dataset[],
): UnknownIds => {
  const read = new Set(rebuilt.filter(({ unread }) => !unread).map(({ dataset }) => dataset))
  const isCovered = (model: ModelId): boolean =>
    producersOf(model).some((each) => read.has(each)) &&
    producersOf(model).every((each) => read.has(each) || !committed.includes(each))
  return new Map([...unknown].filter(([model]) => !isCovered(model)))
}
