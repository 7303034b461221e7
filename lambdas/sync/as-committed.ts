import type { SyncCounts } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Comparison } from '#core/sync/compare.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { type Touched, touch } from '#core/sync/touch.ts'
import { unchanged } from '#core/sync/unchanged.ts'
import type { DatasetOutcome, RebuiltDataset } from './dataset-outcome.ts'
import { datasetReport, noCounts } from './dataset-report.ts'
import type { DatasetInputs } from './inputs.ts'

/** A dataset as it is committed: no file of it is read. */
const asCommitted = (base: ManifestTable, { dataset, committed, current }: DatasetInputs): RebuiltDataset | null => {
  if (!committed || !current) return null
  const { mappingVersion, configuration = '', employeeSet, aliases, identities, dueAt = null } = committed
  return {
    mappingVersion,
    configuration,
    employeeSet,
    aliases,
    identities,
    dueAt,
    dataset,
    file: current,
    files: [current],
    comparison: unchanged(base, datasetTraits[dataset].model),
    header: [],
    reading: base.head.reading,
    counts: noCounts,
    issues: [],
    committed,
    unread: true,
  }
}

const countsWith = (dataset: Dataset, counts: SyncCounts, { records, settledCount }: Comparison): SyncCounts => {
  const { touched, redrawn, unchanged: same } = records.counts(datasetTraits[dataset].model)
  return { ...counts, rerendered: touched + redrawn, unchanged: same + settledCount }
}

/** What became of a dataset, with some of its records rendered anew, whether or not a file of it came. */
export const touchOutcome = async (
  inputs: DatasetInputs,
  outcome: DatasetOutcome | null,
  base: () => Promise<ManifestTable>,
  touched: readonly Touched[],
): Promise<DatasetOutcome | null> => {
  const some = touched.filter(({ ids }) => ids.size > 0)
  if (some.length === 0) return outcome
  const { dataset } = inputs
  const rebuilt = outcome?.rebuilt ?? asCommitted(await base(), inputs)
  if (!rebuilt) return outcome
  const report = outcome?.report ?? datasetReport(dataset, { outcome: 'unchanged', file: rebuilt.file })
  const comparison = some.reduce(touch, rebuilt.comparison)
  const counts = countsWith(dataset, report.counts, comparison)
  // A file that repeats the committed one is what the dataset is built from now.
  const files = outcome?.repeated?.files ?? rebuilt.files
  return {
    rebuilt: { ...rebuilt, comparison, counts, files, file: files.at(-1) ?? rebuilt.file },
    repeated: null,
    report: { ...report, counts },
    refused: outcome?.refused ?? [],
    superseded: outcome?.superseded ?? [],
  }
}
