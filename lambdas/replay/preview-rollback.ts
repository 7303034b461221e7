import type { Integration } from '#core/control/integration.ts'
import type { Sync } from '#core/control/sync.ts'
import { namesOf } from '../held/name-held.ts'
import type { ReplayPorts } from './ports.ts'
import { type UndoneDataset, undoable } from './undo-sync.ts'

/** So many of those who would go are named. */
const maxNamed = 100

const goingOf = ({ dataset, now, goes }: UndoneDataset) =>
  goes.map((index) => ({ dataset, model: now.model(index), id: now.id(index), remoteId: now.remoteId(index) }))

const shownDataset = ({ dataset, file, mapping, excluded, goes, comes, changes, lost }: UndoneDataset) => ({
  dataset,
  file_id: file.id,
  file_name: file.name,
  mapping_version: mapping.version,
  excluded_files: excluded.map(({ id }) => id),
  created: comes,
  changed: changes,
  removed: goes.length,
  not_restored: lost,
})

/** What undoing a sync would come to, and whom it would remove. Nothing is written. */
export const previewRollback = async (ports: ReplayPorts, integration: Integration, sync: Sync) => {
  const found = await undoable(ports, integration, sync)
  if (found.kind === 'refused') return found
  const { state, goBack, datasets, removals } = found
  const named = datasets.flatMap(goingOf).slice(0, maxNamed)
  const names = await namesOf(ports, integration.id, state, named)
  return {
    kind: 'possible' as const,
    shown: {
      sync_id: sync.id,
      removals,
      filter_changes: goBack.filter !== undefined,
      datasets: datasets.map(shownDataset),
      removed: named.map(({ dataset, model, id, remoteId }) => ({
        dataset,
        model,
        id,
        remote_id: remoteId,
        name: names.get(id) ?? null,
      })),
    },
  }
}
