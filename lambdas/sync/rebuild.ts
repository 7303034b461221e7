import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { SyncCounts, SyncDatasetReport } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { draftFromFile } from './draft-from-file.ts'
import type { DatasetInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'
import { type EmployeeSet, type Rebuilt, rebuildFromFile } from './rebuild-file.ts'

/** What became of one dataset in a sync. */
export type DatasetOutcome = {
  readonly rebuilt: Rebuilt | null
  readonly report: SyncDatasetReport
  readonly refused: readonly { readonly file: ExportFile; readonly issues: readonly Issue[] }[]
  /** Files that a newer one has overtaken. */
  readonly superseded: readonly ExportFile[]
}

export type RebuildContext = {
  readonly integration: Integration
  readonly employees: EmployeeSet
  readonly unknown: ReadonlySet<string>
  /** An unfinished plan touched this dataset, or somebody asked for it. */
  readonly force: boolean
}

const noCounts: SyncCounts = {
  rows: 0,
  quarantined: 0,
  created: 0,
  updated: 0,
  rerendered: 0,
  removed: 0,
  unchanged: 0,
  held: 0,
}

type ReportParts = Pick<SyncDatasetReport, 'outcome'> & {
  readonly file?: ExportFile | undefined
  readonly issues?: readonly Issue[]
  readonly counts?: SyncCounts
}

const reportOf = (
  dataset: Dataset,
  { outcome, file, issues = [], counts = noCounts }: ReportParts,
): SyncDatasetReport => ({
  dataset,
  fileId: file?.id ?? null,
  fileName: file?.name ?? null,
  outcome,
  counts,
  issues: [...issues],
})

const notApproved = (dataset: Dataset): Issue =>
  issue('MAPPING_NOT_APPROVED', {
    dataset,
    message: 'The file was received, but nothing of it is applied before the mapping of its columns is approved.',
    fix: 'Check the proposed mapping and approve it; the file is then applied without another upload.',
  })

/** Proposes a mapping for the newest file that waits, if there is no proposal yet, and says that somebody must approve it. */
const waitForMapping = async (
  ports: SyncPorts,
  { dataset, candidates }: DatasetInputs,
  { integration }: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const file = candidates.at(0)
  if (!file) return null
  const drafted = await draftFromFile(ports, integration, dataset, file)
  if (drafted.kind === 'refused') {
    const report = reportOf(dataset, { outcome: 'refused', file, issues: drafted.issues })
    return { rebuilt: null, report, refused: [{ file, issues: drafted.issues }], superseded: [] }
  }
  const issues = [notApproved(dataset), ...drafted.issues]
  return {
    rebuilt: null,
    report: reportOf(dataset, { outcome: 'waiting_for_mapping', file, issues }),
    refused: [],
    superseded: [],
  }
}

const upToDate = ({ dataset, committed, mapping }: DatasetInputs, { employees, force }: RebuildContext): boolean =>
  committed !== undefined &&
  !force &&
  mapping.kind === 'approved' &&
  mapping.version === committed.mappingVersion &&
  (dataset === 'employees' || committed.employeeSet === employees.hash)

/** The files to try: those that wait, then, if something else changed, the one the committed state was built from. */
const trialsOf = (inputs: DatasetInputs, context: RebuildContext): readonly ExportFile[] =>
  upToDate(inputs, context) || !inputs.current ? inputs.candidates : [...inputs.candidates, inputs.current]

/** Of full files the newest replaces the others; files that cover a window each wait for their own turn. */
const overtaken = ({ dataset, current }: DatasetInputs, untried: readonly ExportFile[]): readonly ExportFile[] =>
  datasetTraits[dataset].mode === 'full' ? untried.filter(({ id }) => id !== current?.id) : []

/**
 * Builds a dataset from the best of its files that can be read; null when nothing asks for it.
 * A refused file changes nothing: the next one is tried, and at worst the committed state stays.
 */
export const rebuildDataset = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const { dataset, mapping, committed, late } = inputs
  if (mapping.kind === 'none') return waitForMapping(ports, inputs, context)
  const refused: { readonly file: ExportFile; readonly issues: readonly Issue[] }[] = []
  const trials = trialsOf(inputs, context)
  for (const [index, file] of trials.entries()) {
    const { employees, unknown, integration } = context
    const result = await rebuildFromFile(ports, {
      integrationId: integration.id,
      dataset,
      file,
      committed,
      mapping,
      employees,
      unknown,
    })
    if (result.kind === 'refused') {
      refused.push({ file, issues: result.issues })
      continue
    }
    const { counts, issues } = result.rebuilt
    const report = reportOf(dataset, {
      outcome: 'applied',
      file,
      counts,
      issues: [...refused.flatMap((each) => each.issues), ...issues],
    })
    return {
      rebuilt: result.rebuilt,
      report,
      refused,
      superseded: [...late, ...overtaken(inputs, trials.slice(index + 1))],
    }
  }
  const last = refused.at(0)
  if (last)
    return {
      rebuilt: null,
      report: reportOf(dataset, { outcome: 'refused', file: last.file, issues: last.issues }),
      refused,
      superseded: late,
    }
  return late.length > 0
    ? {
        rebuilt: null,
        report: reportOf(dataset, { outcome: 'unchanged', file: inputs.current }),
        refused,
        superseded: late,
      }
    : null
}
