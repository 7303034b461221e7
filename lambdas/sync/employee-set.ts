import type { IdentityHistory } from '#core/control/identity-change.ts'
import type { DatasetState } from '#core/control/state.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { livesOn } from '#core/sync/living.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { DatasetOutcome, EmployeeSet } from './dataset-outcome.ts'
import { readManifest } from './manifest-file.ts'

const { model } = datasetTraits.employees

const isAnother = ({ records, removed }: Comparison): boolean =>
  removed.some((row) => row.model === model) ||
  records.values().some(({ next, base }) => next.model === model && base === undefined)

/** The name of the set after a comparison: a set is called after the sync that made it. */
export const employeeSetName = (comparison: Comparison, committed: DatasetState | undefined, syncId: string): string =>
  committed?.employeeSet && !isAnother(comparison) ? committed.employeeSet : syncId

/** The employees as just rebuilt, else as committed. */
export const employeeSetAfter = (
  { archive }: { readonly archive: Pick<FileStore, 'open'> },
  committed: DatasetState | undefined,
  outcome: DatasetOutcome | null,
  history: IdentityHistory,
): EmployeeSet => {
  if (outcome?.rebuilt) {
    const { comparison, employeeSet, successors } = outcome.rebuilt
    const ids = { has: (id: string) => livesOn(comparison, id) }
    const identities = history.identities(outcome.rebuilt.identities || undefined)
    return { name: employeeSet, ids: async () => ids, identities, successors }
  }
  const identities = history.identities(committed?.identities)
  if (!committed) return { name: null, ids: async () => new Set(), identities }
  let reading: Promise<PresentIds> | undefined
  const read = async (): Promise<PresentIds> => {
    const manifest = await readManifest(archive, committed.manifest, 'employees')
    return { has: (id) => manifest.find(id) >= 0 }
  }
  return {
    name: committed.employeeSet,
    identities,
    ids: () => {
      reading ??= read()
      return reading
    },
  }
}
