import { createHash } from 'node:crypto'
import { datasetTraits } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { ComparedRecord } from '#core/sync/compare.ts'
import { type IdTable, idPacker, idTable } from '#core/sync/id-table.ts'
import { changedRecords, livesOn } from '#core/sync/living.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import type { UnknownIds } from './plan-file.ts'

/** What one dataset writes of one model. */
export type ModelWrite = {
  readonly model: ModelId
  /** Those that live on, then those to remove. */
  readonly ids: IdTable
  /** How many of them live on. */
  readonly changed: number
  /** Whether the feed tells of any that lives on. */
  readonly feeds: boolean
}

export type DatasetWrite = { readonly rebuilt: RebuiltDataset; readonly models: readonly ModelWrite[] }

/** Everything that a sync writes, in order; the fingerprint differs whenever anything of it differs. */
export type PlannedWrites = { readonly datasets: readonly DatasetWrite[]; readonly fingerprint: string }

export const modelsOf = ({ dataset }: Pick<RebuiltDataset, 'dataset'>): readonly ModelId[] => {
  const { model, derived } = datasetTraits[dataset]
  return modelIds.filter((id) => id === model || derived.includes(id))
}

/** Unknown ids that nothing has any use for are removed. */
const removedIds = ({ comparison }: RebuiltDataset, model: ModelId, unknown: UnknownIds): ReadonlySet<string> => {
  const removed = new Set<string>()
  for (const row of comparison.removed) if (row.model === model) removed.add(row.id)
  for (const id of unknown.get(model) ?? []) if (!livesOn(comparison, id)) removed.add(id)
  return removed
}

const textOf = ({ next, difference }: ComparedRecord): string =>
  [next.id, next.own, next.embed, difference, ...next.references.map(({ role, id }) => role + id)].join(' ')

/** Datasets are written in the order of their models, so that what is embedded is there before what embeds it. */
const embeddedFirst = (a: RebuiltDataset, b: RebuiltDataset): number => {
  const [one, other] = [a, b].map(({ dataset }) => modelIds.indexOf(datasetTraits[dataset].model))
  return (one ?? 0) - (other ?? 0)
}

/** What every dataset must write, in the order that embedding demands. */
export const planWrites = (rebuilt: readonly RebuiltDataset[], unknown: UnknownIds): PlannedWrites => {
  const fingerprint = createHash('sha256')
  const modelWrite = (each: RebuiltDataset, model: ModelId): ModelWrite => {
    const packer = idPacker()
    let feeds = false
    for (const record of changedRecords(each.comparison, model)) {
      fingerprint.update(`${textOf(record)}\n`)
      packer.add(record.next.id)
      feeds ||= record.difference !== 'redrawn'
    }
    const changed = packer.count()
    for (const id of removedIds(each, model, unknown)) {
      fingerprint.update(`${id} removed\n`)
      packer.add(id)
    }
    return { model, ids: idTable(packer.pack()), changed, feeds }
  }
  const datasets = rebuilt.toSorted(embeddedFirst).map((each) => ({
    rebuilt: each,
    models: modelsOf(each)
      .map((model) => modelWrite(each, model))
      .filter(({ ids }) => ids.size > 0),
  }))
  return { datasets, fingerprint: fingerprint.digest('hex') }
}

/** Unknown ids of datasets that this sync does not rebuild from anything: they stay unknown. */
export const leftUnknown = (unknown: UnknownIds, rebuilt: readonly RebuiltDataset[]): UnknownIds => {
  const covered = new Set(rebuilt.filter(({ unread }) => !unread).flatMap(modelsOf))
  return new Map([...unknown].filter(([model]) => !covered.has(model)))
}
