import type { ExportFile } from '#core/control/file.ts'
import { ofPart } from '#core/issues/of-part.ts'
import type { DatasetOutcome, RebuildContext, RefusedFile } from './dataset-outcome.ts'
import { datasetReport, noCounts } from './dataset-report.ts'
import { employeeSetName } from './employee-set.ts'
import type { DatasetInputs } from './inputs.ts'
import type { Rebuilt } from './rebuild-file.ts'
import type { Approved } from './rebuild-input.ts'

type Built = {
  readonly rebuilt: Rebuilt
  readonly files: readonly ExportFile[]
  readonly last: ExportFile
  /** All files that it comes from, oldest first, where they build on each other. */
  readonly chain?: readonly ExportFile[]
}

/** What was wrong with other files than the one that is reported: their rows are counted there. */
const ofOthers = (refused: readonly RefusedFile[], last: ExportFile) =>
  refused.flatMap(({ file, issues }) =>
    issues.map((each) => (file.id === last.id || each.file !== undefined ? each : ofPart(file.name, each))),
  )

/** What a sync says of a dataset that it has built from `files`, of which `last` is the newest. */
export const outcomeOf = (
  { dataset, committed }: DatasetInputs,
  { version }: Approved,
  { employees, aliases, identities, configuration, syncId, goesBack }: RebuildContext,
  { rebuilt, files, last, chain }: Built,
  refused: readonly RefusedFile[],
): Omit<DatasetOutcome, 'superseded'> => {
  const issues = [...ofOthers(refused, last), ...rebuilt.issues]
  const employeeSet = dataset === 'employees' ? employeeSetName(rebuilt.comparison, committed, syncId) : employees.name
  const basis = {
    mappingVersion: version,
    configuration: configuration.rules(dataset).name,
    employeeSet,
    aliases: aliases.name,
    identities: identities.name,
  }
  return {
    rebuilt: {
      ...rebuilt,
      dataset,
      file: last,
      files,
      ...(chain ? { chain } : {}),
      ...basis,
      committed,
      ...(goesBack ? { goesBack } : {}),
    },
    repeated: null,
    report: datasetReport(dataset, { outcome: 'applied', file: last, counts: rebuilt.counts, issues }),
    refused,
  }
}

/** Nothing could be built: the committed state stays, and the report says why. */
export const withoutResult = (inputs: DatasetInputs, refused: readonly RefusedFile[]): DatasetOutcome | null => {
  const { dataset, late, current } = inputs
  const first = refused.at(0)
  if (!first && late.length === 0) return null
  const report = first
    ? datasetReport(dataset, { outcome: 'refused', ...first, counts: { ...noCounts, rows: first.rows ?? 0 } })
    : datasetReport(dataset, { outcome: 'unchanged', file: current })
  return { rebuilt: null, repeated: null, report, refused, superseded: late }
}
