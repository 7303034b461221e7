import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { SyncDatasetReport } from '#core/control/sync.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import { datasetReport } from './dataset-report.ts'
import type { DatasetInputs, MappingInUse } from './inputs.ts'
import { readManifest } from './manifest-file.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'
import { type Rebuilt, rebuildFromFile } from './rebuild-file.ts'
import { waitForMapping } from './wait-for-mapping.ts'

/** The employees that count as present, and a hash that differs whenever they do. */
export type EmployeeSet = { readonly ids: PresentIds; readonly hash: string }

/** A dataset computed anew, with everything its commit must remember. */
export type RebuiltDataset = Rebuilt & {
  readonly dataset: Dataset
  readonly file: ExportFile
  readonly mappingVersion: number
  readonly employeeSet: string | null
  readonly committed: DatasetState | undefined
}

type RefusedFile = { readonly file: ExportFile; readonly issues: readonly Issue[] }

/** What became of one dataset in a sync. */
export type DatasetOutcome = {
  readonly rebuilt: RebuiltDataset | null
  readonly report: SyncDatasetReport
  readonly refused: readonly RefusedFile[]
  /** Files that a newer one has overtaken. */
  readonly superseded: readonly ExportFile[]
}

export type RebuildContext = {
  readonly integration: Integration
  readonly employees: EmployeeSet
  /** Ids that an unfinished plan may have written. */
  readonly unknown: ReadonlySet<string>
  /** An unfinished plan touched this dataset, or somebody asked for it. */
  readonly force: boolean
}

type Approved = Extract<MappingInUse, { readonly kind: 'approved' }>

const upToDate = (
  { dataset, committed }: DatasetInputs,
  { version }: Approved,
  { employees, force }: RebuildContext,
): boolean =>
  committed !== undefined &&
  !force &&
  version === committed.mappingVersion &&
  (dataset === 'employees' || committed.employeeSet === employees.hash)

/** The files to try: those that wait, then, if something else changed, the one the committed state was built from. */
const trialsOf = (inputs: DatasetInputs, mapping: Approved, context: RebuildContext): readonly ExportFile[] =>
  upToDate(inputs, mapping, context) || !inputs.current ? inputs.candidates : [...inputs.candidates, inputs.current]

/** Of full files the newest replaces the others; files that cover a window each wait for their own turn. */
const overtaken = ({ dataset, current }: DatasetInputs, untried: readonly ExportFile[]): readonly ExportFile[] =>
  datasetTraits[dataset].mode === 'full' ? untried.filter(({ id }) => id !== current?.id) : []

const tryFile = async (
  ports: SyncPorts,
  { dataset, committed }: DatasetInputs,
  mapping: Approved,
  { integration, employees, unknown }: RebuildContext,
  file: ExportFile,
) =>
  rebuildFromFile(ports, {
    integrationId: integration.id,
    dataset,
    file: { id: file.id, name: file.name, open: openArchived(ports, file) },
    mapping: mapping.mapping,
    base: committed ? await readManifest(ports.archive, committed.manifest, dataset) : new Map(),
    employees: employees.ids,
    unknown,
  })

/** Nothing could be built: the committed state stays, and the report says why. */
const withoutResult = (inputs: DatasetInputs, refused: readonly RefusedFile[]): DatasetOutcome | null => {
  const { dataset, late, current } = inputs
  const first = refused.at(0)
  if (!first && late.length === 0) return null
  const report = first
    ? datasetReport(dataset, { outcome: 'refused', ...first })
    : datasetReport(dataset, { outcome: 'unchanged', file: current })
  return { rebuilt: null, report, refused, superseded: late }
}

const rebuildApproved = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  mapping: Approved,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const { dataset, committed, late } = inputs
  const refused: RefusedFile[] = []
  const trials = trialsOf(inputs, mapping, context)
  for (const [index, file] of trials.entries()) {
    const result = await tryFile(ports, inputs, mapping, context, file)
    if (result.kind === 'refused') {
      refused.push({ file, issues: result.issues })
      continue
    }
    const { rebuilt } = result
    const issues = [...refused.flatMap((each) => each.issues), ...rebuilt.issues]
    const employeeSet = dataset === 'employees' ? null : context.employees.hash
    return {
      rebuilt: { ...rebuilt, dataset, file, mappingVersion: mapping.version, employeeSet, committed },
      report: datasetReport(dataset, { outcome: 'applied', file, counts: rebuilt.counts, issues }),
      refused,
      superseded: [...late, ...overtaken(inputs, trials.slice(index + 1))],
    }
  }
  return withoutResult(inputs, refused)
}

/**
 * Builds a dataset from the best of its files that can be read; null when nothing asks for it.
 * A refused file changes nothing: the next one is tried, and at worst the committed state stays.
 */
export const rebuildDataset = async (
  ports: SyncPorts,
  inputs: DatasetInputs,
  context: RebuildContext,
): Promise<DatasetOutcome | null> => {
  const { mapping } = inputs
  if (mapping.kind === 'approved') return rebuildApproved(ports, inputs, mapping, context)
  const file = inputs.candidates.at(0)
  if (!file) return null
  const waiting = await waitForMapping(ports, context.integration, inputs.dataset, file, context.employees.ids)
  const refused = waiting.outcome === 'refused' ? [{ file, issues: waiting.issues }] : []
  return { rebuilt: null, report: waiting, refused, superseded: [] }
}
