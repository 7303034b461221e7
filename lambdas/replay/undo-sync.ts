import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { keyOfRollback, openRollbacks, type Rollback } from '#core/control/rollback.ts'
import { emptyState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import type { Sync } from '#core/control/sync.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { timeId } from '#core/ids/base58.ts'
import { differenceTo, type ManifestDifference } from '#core/sync/manifest-difference.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { type FoundGoBack, findGoBack, type GoBack } from '../sync/go-back.ts'
import type { GoesBack } from '../sync/goes-back.ts'
import { readManifest } from '../sync/manifest-file.ts'
import type { ReplayPorts } from './ports.ts'

/** Why a sync cannot be undone. */
export type NoRollback = Extract<FoundGoBack, { readonly kind: 'impossible' }>['why'] | 'inactive' | 'under-way'

/** What undoing a sync does to one dataset. */
export type UndoneDataset = ManifestDifference &
  Pick<GoesBack, 'dataset' | 'file' | 'mapping' | 'excluded'> & {
    readonly now: ManifestTable
  }

export type Undoable =
  | {
      readonly kind: 'possible'
      /** The sync that brought what is undone. */
      readonly syncId: string
      readonly state: IntegrationState
      readonly goBack: GoBack
      readonly datasets: readonly UndoneDataset[]
      /** How many records go. */
      readonly removals: number
    }
  | { readonly kind: 'refused'; readonly why: NoRollback }

/** The sync that brought what this one applied: the removals of a file may follow it, once its upload is known to be whole. */
const bringerOf = ({ id, reason, datasets }: Sync, { datasets: committed }: IntegrationState): string => {
  if (reason !== 'file') return id
  const followed = datasets.map(({ dataset, outcome, fileId }) => {
    const now = committed[dataset]
    return outcome === 'applied' && now?.syncId === id && now.fileId === fileId ? now.change?.syncId : undefined
  })
  return followed.find((each) => each !== undefined) ?? id
}

/** Whether a later sync has already applied something else in the place of what this one applied. */
const isOvertaken = ({ datasets }: Sync, bringer: string, { datasets: committed }: IntegrationState): boolean =>
  datasets.some(({ dataset, outcome, fileId }) => {
    const now = committed[dataset]
    return outcome === 'applied' && now?.fileId !== fileId && now?.change?.syncId !== bringer
  })

/** What undoing a sync would come to. Nothing is read but what is remembered of the records: of then, and of now. */
export const undoable = async (ports: ReplayPorts, integration: Integration, sync: Sync): Promise<Undoable> => {
  const refused = (why: NoRollback): Undoable => ({ kind: 'refused', why })
  if (integration.status === 'INACTIVE') return refused('inactive')
  const state = (await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)) ?? emptyState
  const syncId = bringerOf(sync, state)
  if (isOvertaken(sync, syncId, state)) return refused('not-last')
  if ((await openRollbacks(ports.control, integration.id)).length > 0) return refused('under-way')
  const found = await findGoBack(ports, integration, state, syncId)
  if (found.kind === 'impossible') return refused(found.why)
  const datasets: UndoneDataset[] = []
  for (const { dataset, file, mapping, excluded, earlier } of found.goBack.datasets) {
    const committed = state.datasets[dataset]
    if (!committed) return refused('not-last')
    const now = await readManifest(ports.archive, committed.manifest, dataset)
    datasets.push({
      dataset,
      file,
      mapping,
      excluded,
      now,
      ...differenceTo(now, earlier, datasetTraits[dataset].model),
    })
  }
  const removals = datasets.reduce((sum, { goes }) => sum + goes.length, 0)
  return { kind: 'possible', syncId, state, goBack: found.goBack, datasets, removals }
}

type Undone =
  | { readonly kind: 'queued'; readonly syncId: string; readonly removals: number }
  | { readonly kind: 'unconfirmed'; readonly removals: number }
  | { readonly kind: 'refused'; readonly why: NoRollback }

/**
 * Has a sync undone, once whoever asks for it has said how many records go. The document comes first: should the message be lost, the
 * next sync finds it.
 */
export const undoSync = async (
  ports: ReplayPorts,
  integration: Integration,
  sync: Sync,
  confirmed: number,
): Promise<Undone> => {
  const found = await undoable(ports, integration, sync)
  if (found.kind === 'refused') return found
  const { removals, datasets } = found
  if (removals !== confirmed) return { kind: 'unconfirmed', removals }
  const requestedAt = ports.system.clock()
  const rollback: Rollback = {
    id: timeId(requestedAt, ports.system.random),
    integrationId: integration.id,
    syncId: found.syncId,
    datasets: datasets.map(({ dataset }) => dataset),
    requestedAt,
  }
  await ports.control.create(keyOfRollback(rollback), rollback)
  const { id } = await queueSync(ports, { integrationId: integration.id, reason: 'rollback' })
  return { kind: 'queued', syncId: id, removals }
}
