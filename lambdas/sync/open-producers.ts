import { type Dataset, datasetTraits, modelsOf } from '#core/files/datasets.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { ContentHash } from '#core/ports/system.ts'
import { type Aliases, aliasesIn, noAliases } from '#core/sync/aliases.ts'
import type { Comparison } from '#core/sync/compare.ts'
import type { IdSet } from '#core/sync/id-table.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { noOthers, type Others } from '#core/sync/others.ts'
import { othersOf, type Producer } from '#core/sync/producers.ts'
import type { DatasetInputs } from './inputs.ts'
import { readManifest } from './manifest-file.ts'

/**
 * What the datasets of an integration are, and come to, as far as they tell of the same models. Manifests are read when they are
 * first needed: most datasets have their models for themselves.
 */
export const openProducers = (
  { archive, contentHash }: { readonly archive: Pick<FileStore, 'open'>; readonly contentHash: ContentHash },
  found: readonly Pick<DatasetInputs, 'dataset' | 'committed'>[],
) => {
  const manifests = new Map<Dataset, Promise<ManifestTable>>()
  const rebuilt = new Map<Dataset, Comparison>()

  const committed = (dataset: Dataset): Promise<ManifestTable> => {
    const pointer = found.find((each) => each.dataset === dataset)?.committed?.manifest
    const reading =
      manifests.get(dataset) ?? (pointer ? readManifest(archive, pointer, dataset) : Promise.resolve(emptyManifest))
    manifests.set(dataset, reading)
    return reading
  }

  const isThere = ({ dataset, committed: state }: Pick<DatasetInputs, 'dataset' | 'committed'>): boolean =>
    state !== undefined || rebuilt.has(dataset)

  const producer = async (dataset: Dataset): Promise<Producer> => ({
    dataset,
    before: await committed(dataset),
    after: rebuilt.get(dataset),
  })

  /** Those that tell of the same models as a dataset, itself aside. */
  const sharing = (dataset: Dataset): readonly Dataset[] =>
    found
      .filter((each) => each.dataset !== dataset && isThere(each))
      .map((each) => each.dataset)
      .filter((each) => modelsOf(each).some((model) => modelsOf(dataset).includes(model)))

  const others = async (dataset: Dataset, unknown: IdSet): Promise<Others> => {
    const some = sharing(dataset)
    if (some.length === 0) return noOthers
    return othersOf(dataset, await committed(dataset), await Promise.all(some.map(producer)), unknown)
  }

  /** The other ids under which the rows of a dataset may mention what other files hold. */
  const aliases = async (dataset: Dataset): Promise<Aliases> => {
    const { derived } = datasetTraits[dataset]
    const some = sharing(dataset).filter((each) => derived.includes(datasetTraits[each].model))
    return some.length === 0 ? noAliases : aliasesIn(await Promise.all(some.map(producer)), contentHash)
  }

  /** Whether any that share models with a dataset was rebuilt so far. */
  const isAffected = (dataset: Dataset): boolean => sharing(dataset).some((each) => rebuilt.has(each))

  /** All that was rebuilt, and what shares models with it. */
  const all = (): Promise<readonly Producer[]> =>
    Promise.all(
      found
        .map(({ dataset }) => dataset)
        .filter((dataset) => rebuilt.has(dataset) || (sharing(dataset).length > 0 && isAffected(dataset)))
        .map(producer),
    )

  const note = (dataset: Dataset, comparison: Comparison): void => {
    rebuilt.set(dataset, comparison)
  }

  return { committed, others, aliases, isAffected, note, all }
}
