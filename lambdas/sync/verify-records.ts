import type { IntegrationState } from '#core/control/state.ts'
import { buildOrder, type Dataset, modelsOf, producersOf } from '#core/files/datasets.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordPosition, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import type { Embeds } from '#core/records/render.ts'
import { storedEmbed } from '#core/records/stored-embed.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { embeddedIds, isAsRemembered, type Shown } from '#core/sync/verify-record.ts'
import { belongingsOf } from './belongings-of.ts'
import { readManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'

type VerifyPorts = Pick<SyncPorts, 'archive' | 'records' | 'contentHash'>

/** What the records are compared by. `extend` is called now and then: this may take minutes. */
type VerifyContext = {
  readonly integrationId: string
  readonly state: IntegrationState
  readonly extend: () => Promise<unknown>
}

export type Verified = {
  /** Records read. */
  readonly records: number
  /** Ids whose record differs from what the manifest says, is missing, or is not in it. */
  readonly different: ReadonlyMap<ModelId, readonly string[]>
}

const pageSize = 500

const spaceOf = ({ integrationId, state }: VerifyContext, model: ModelId): RecordSpace | undefined => {
  const generation = state.generations[model]
  return generation && { integrationId, model, generation: generation.generation, shards: generation.shards }
}

const readEmbeds = async (
  { records }: VerifyPorts,
  context: VerifyContext,
  manifest: ManifestTable,
): Promise<Embeds> => {
  const embeds = new Map<string, JsonObject>()
  for (const [model, ids] of embeddedIds(manifest)) {
    const space = spaceOf(context, model)
    const all = [...ids]
    for (let start = 0; space && start < all.length; start += pageSize) {
      await context.extend()
      for (const record of await records.get(space, all.slice(start, start + pageSize)))
        embeds.set(record.id, storedEmbed(model, record))
    }
  }
  return embeds
}

/** The manifests that tell of a model, in the order in which they decide, and what their records show of each other. */
type Remembered = { readonly manifests: readonly ManifestTable[]; readonly embeds: Embeds; readonly model: ModelId }

/** Whether a record is just what the manifest that decides it remembers. */
const verifier =
  ({ contentHash }: VerifyPorts, manifests: readonly ManifestTable[]) =>
  (record: StoredRecord, shown: Shown): boolean => {
    const manifest = manifests.find((each) => each.find(record.id) >= 0)
    if (!manifest) return record.deletedAt !== null
    return isAsRemembered(manifest, manifest.find(record.id), record, shown, contentHash)
  }

/** Compares the records of one model with their rows in the manifests. */
const verifyModel = async (
  ports: VerifyPorts,
  context: VerifyContext,
  { manifests, embeds, model }: Remembered,
): Promise<{ readonly read: number; readonly different: readonly string[] }> => {
  const different: string[] = []
  const met = manifests.map(({ size }) => new Uint8Array(size))
  const space = spaceOf(context, model)
  const session = { state: () => context.state }
  const shownOf = belongingsOf({ ports, session, integrationId: context.integrationId }, [])
  const isAsItShould = verifier(ports, manifests)
  let read = 0
  let from: RecordPosition | undefined
  do {
    await context.extend()
    const page = space && (await ports.records.list(space, from, { records: pageSize }))
    const ids = model === 'hris_employees' ? page?.records.map(({ id }) => id) : []
    const shown = { embeds, belongings: await shownOf(ids ?? []) }
    for (const record of page?.records ?? []) {
      read += 1
      for (const [i, manifest] of manifests.entries()) {
        const index = manifest.find(record.id)
        if (index >= 0) met[i]?.fill(1, index, index + 1)
      }
      if (!isAsItShould(record, shown)) different.push(record.id)
    }
    from = page?.next
  } while (from)
  for (const [i, manifest] of manifests.entries())
    for (let index = 0; index < manifest.size; index += 1)
      if (met[i]?.[index] === 0 && manifest.model(index) === model) different.push(manifest.id(index))
  return { read, different }
}

/** The datasets that tell of a model and are committed, in the order in which they decide. */
const committedProducers = ({ state }: VerifyContext, model: ModelId): readonly Dataset[] =>
  producersOf(model).filter((dataset) => state.datasets[dataset])

/** Reads every record of the committed datasets and compares it with what their manifests remember. */
export const verifyRecords = async (ports: VerifyPorts, context: VerifyContext): Promise<Verified> => {
  const different = new Map<ModelId, readonly string[]>()
  let records = 0
  const read = async (dataset: Dataset): Promise<ManifestTable> => {
    const pointer = context.state.datasets[dataset]?.manifest
    return pointer ? readManifest(ports.archive, pointer, dataset) : emptyManifest
  }
  for (const dataset of buildOrder) {
    // Of several datasets that tell of a model, the first stands for all.
    const models = modelsOf(dataset).filter((model) => committedProducers(context, model)[0] === dataset)
    if (models.length === 0) continue
    const own = await read(dataset)
    const embeds = await readEmbeds(ports, context, own)
    for (const model of models) {
      const [, ...others] = committedProducers(context, model)
      const manifests = [own, ...(await Promise.all(others.map(read)))]
      const verified = await verifyModel(ports, context, { manifests, embeds, model })
      records += verified.read
      if (verified.different.length > 0) different.set(model, verified.different)
    }
  }
  return { records, different }
}
