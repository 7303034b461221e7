import { readDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { type DatasetState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { base58 } from '#core/ids/base58.ts'
import type { ModelId } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { System } from '#core/ports/system.ts'
import { type Hold, holdOf } from '#core/sync/hold.ts'
import { readManifest } from '../sync/manifest-file.ts'

export type HeldRow = {
  readonly model: ModelId
  readonly id: string
  readonly remoteId: string
  readonly hold: Hold
}

/** Everybody of a dataset whose removal is held, as its manifest has them. */
export type HeldSet = {
  readonly dataset: Dataset
  readonly manifest: DatasetState['manifest']
  readonly rows: readonly HeldRow[]
  /** Names those who wait for a decision: another one whenever it is not the same who do. */
  readonly name: string
}

type Ports = {
  readonly control: Pick<ControlStore, 'get'>
  readonly archive: Pick<FileStore, 'open'>
  readonly system: Pick<System, 'hash'>
}

const nameLength = 16

/** Those of whom nobody has said that they stay. */
export const waitingOf = ({ rows }: Pick<HeldSet, 'rows'>): readonly HeldRow[] => rows.filter(({ hold }) => !hold.kept)

const nameOf = ({ system }: Ports, rows: readonly HeldRow[]): string => {
  const asked = waitingOf({ rows }).map(({ id, hold }) => `${id} ${hold.since}`)
  return base58(system.hash(`held\u0000${asked.toSorted().join('\n')}`), nameLength)
}

const heldSet = async (
  ports: Ports,
  state: Pick<IntegrationState, 'datasets'>,
  dataset: Dataset,
): Promise<HeldSet | undefined> => {
  const committed = state.datasets[dataset]
  if (!committed) return undefined
  const manifest = await readManifest(ports.archive, committed.manifest, dataset)
  if (manifest.head.absentSince.length === 0) return undefined
  const rows: HeldRow[] = []
  for (let index = 0; index < manifest.size; index += 1) {
    const hold = holdOf(manifest, index)
    if (hold)
      rows.push({ model: manifest.model(index), id: manifest.id(index), remoteId: manifest.remoteId(index), hold })
  }
  return { dataset, manifest: committed.manifest, rows, name: nameOf(ports, rows) }
}

export type Held = { readonly state: IntegrationState | undefined; readonly sets: readonly HeldSet[] }

/** Everybody of an integration whose removal is held, by dataset. */
export const readHeld = async (ports: Ports, integrationId: string, only?: Dataset): Promise<Held> => {
  const state = await readDocument(ports.control, stateKey(integrationId), IntegrationStateSchema)
  const sets: HeldSet[] = []
  for (const dataset of state ? datasets : []) {
    if (only !== undefined && dataset !== only) continue
    const set = state && (await heldSet(ports, state, dataset))
    if (set) sets.push(set)
  }
  return { state, sets }
}
