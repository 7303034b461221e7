import type { IntegrationState } from '#core/control/state.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPosition, RecordSpace } from '#core/ports/record-store.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import type { Embeds } from '#core/records/render.ts'
import { storedEmbed } from '#core/records/stored-embed.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { embeddedIds, isAsRemembered } from '#core/sync/verify-record.ts'
import { employmentsOf } from './employments-of.ts'
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

/** Compares the records of one model with its rows in the manifest. */
const verifyModel = async (
  { archive, records, contentHash }: VerifyPorts,
  context: VerifyContext,
  { manifest, embeds, model }: { readonly manifest: ManifestTable; readonly embeds: Embeds; readonly model: ModelId },
): Promise<{ readonly read: number; readonly different: readonly string[] }> => {
  const different: string[] = []
  const met = new Uint8Array(manifest.size)
  const space = spaceOf(context, model)
  const session = { state: () => context.state }
  const shownOf = employmentsOf({ ports: { archive, records }, session, integrationId: context.integrationId }, [])
  let read = 0
  let from: RecordPosition | undefined
  do {
    await context.extend()
    const page = space && (await records.list(space, from, { records: pageSize }))
    const ids = model === 'hris_employees' ? page?.records.map(({ id }) => id) : []
    const shown = { embeds, employments: await shownOf(ids ?? []) }
    for (const record of page?.records ?? []) {
      read += 1
      const index = manifest.find(record.id)
      if (index >= 0) met[index] = 1
      const asItShould =
        index < 0 ? record.deletedAt !== null : isAsRemembered(manifest, index, record, shown, contentHash)
      if (!asItShould) different.push(record.id)
    }
    from = page?.next
  } while (from)
  for (let index = 0; index < manifest.size; index += 1)
    if (met[index] === 0 && manifest.model(index) === model) different.push(manifest.id(index))
  return { read, different }
}

/** Reads every record of the committed datasets and compares it with what their manifests remember. */
export const verifyRecords = async (ports: VerifyPorts, context: VerifyContext): Promise<Verified> => {
  const different = new Map<ModelId, readonly string[]>()
  let records = 0
  for (const dataset of datasets) {
    const committed = context.state.datasets[dataset]
    if (!committed) continue
    const manifest = await readManifest(ports.archive, committed.manifest, dataset)
    const embeds = await readEmbeds(ports, context, manifest)
    const { model, derived } = datasetTraits[dataset]
    for (const each of modelIds.filter((id) => id === model || derived.includes(id))) {
      const verified = await verifyModel(ports, context, { manifest, embeds, model: each })
      records += verified.read
      if (verified.different.length > 0) different.set(each, verified.different)
    }
  }
  return { records, different }
}
