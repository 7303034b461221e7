import type { SyncCounts } from '#core/control/sync.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { Reference } from '#core/records/render.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { touch } from '#core/sync/touch.ts'
import { unchanged } from '#core/sync/unchanged.ts'
import type { DatasetOutcome, RebuiltDataset } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import type { DatasetInputs } from './inputs.ts'
import { readManifest } from './manifest-file.ts'
import type { SyncPorts } from './ports.ts'

const { model } = datasetTraits.employees

/** The employees whose employments are others than committed. */
const employeesOf = ({ records, removed }: Comparison): ReadonlySet<string> => {
  const ids = new Set<string>()
  const add = (references: readonly Reference[] = []): void => {
    for (const { role, id } of references) if (role === 'employee') ids.add(id)
  }
  for (const { difference, base, next } of records.values())
    if (difference !== 'unchanged') {
      add(base?.references)
      add(next.references)
    }
  for (const { references } of removed) add(references)
  return ids
}

/** The employees as they are committed: no file of theirs is read. */
const asCommitted = async (
  { archive }: SyncPorts,
  { committed, current }: DatasetInputs,
): Promise<RebuiltDataset | null> => {
  if (!committed || !current) return null
  const base = await readManifest(archive, committed.manifest, 'employees')
  const { mappingVersion, configuration = '', employeeSet, dueAt = null } = committed
  const basis = { mappingVersion, configuration, employeeSet, dueAt, file: current, files: [current] }
  const comparison = unchanged(base, model)
  const { counts } = datasetReport('employees', { outcome: 'unchanged' })
  return {
    ...basis,
    dataset: 'employees',
    comparison,
    header: [],
    reading: base.head.reading,
    counts,
    issues: [],
    committed,
    unread: true,
  }
}

const countsWith = (counts: SyncCounts, { records, settledCount }: Comparison): SyncCounts => {
  const { touched, redrawn, unchanged: same } = records.counts(model)
  return { ...counts, rerendered: touched + redrawn, unchanged: same + settledCount }
}

/** Employees show their employments: those whose employments changed are rendered anew, whether or not a file of theirs came. */
export const embedEmployments = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  outcomes: readonly DatasetOutcome[],
): Promise<readonly DatasetOutcome[]> => {
  const employments = outcomes.find(({ report }) => report.dataset === 'employments')?.rebuilt
  const ids = employments ? employeesOf(employments.comparison) : new Set<string>()
  if (ids.size === 0) return outcomes
  const outcome = outcomes.find(({ report }) => report.dataset === 'employees')
  const rebuilt = outcome?.rebuilt ?? (await asCommitted(ports, inputs))
  if (!rebuilt) return outcomes
  const report = outcome?.report ?? datasetReport('employees', { outcome: 'unchanged', file: rebuilt.file })
  const comparison = touch(rebuilt.comparison, { model, ids })
  const counts = countsWith(report.counts, comparison)
  // A file that repeats the committed one is what the employees are built from now.
  const files = outcome?.repeated?.files ?? rebuilt.files
  const embedded: DatasetOutcome = {
    rebuilt: { ...rebuilt, comparison, counts, files, file: files.at(-1) ?? rebuilt.file },
    repeated: null,
    report: { ...report, counts },
    refused: outcome?.refused ?? [],
    superseded: outcome?.superseded ?? [],
  }
  return [embedded, ...outcomes.filter((each) => each !== outcome)]
}
