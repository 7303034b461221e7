import type { DatasetState } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { DatasetOutcome, RebuildContext } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import { emptiesOffPoints } from './empty-off-points.ts'
import type { DatasetInputs } from './inputs.ts'

const fileNotKept = (dataset: Dataset): Issue => issue('FILE_NOT_KEPT', { ...say('fileNotKept'), dataset })

/** No rules are called that: the next file is read by those that hold then. */
const unread = (name: string): string => `unread ${name}`

type Emptying = { readonly empties: boolean; readonly configuration: string }

/**
 * Whether records hold what is turned off by now although no file tells them anew, and what their dataset counts as built by
 * afterwards. `configuration` is null while its file can be read.
 */
export const emptyingWithoutFile = (
  dataset: Dataset,
  committed: DatasetState,
  configuration: RebuildContext['configuration'] | null,
): Emptying => {
  // Not what it should be built by: the next sync tries again.
  const before = committed.configuration ?? ''
  if (!configuration) return { empties: false, configuration: before }
  const after = unread(configuration.rules(dataset).name)
  const empties = emptiesOffPoints({ dataset, committed, configuration: after }, configuration.scope)
  return { empties, configuration: empties ? after : before }
}

/** Nothing was to be read; the report tells if that is because the file is not kept. */
export const nothingRead = (
  { dataset, current }: Pick<DatasetInputs, 'dataset' | 'current'>,
  isMissed: boolean,
): DatasetOutcome => ({
  rebuilt: null,
  repeated: null,
  report: datasetReport(dataset, {
    outcome: 'unchanged',
    file: current,
    issues: isMissed ? [fileNotKept(dataset)] : [],
  }),
  refused: [],
  superseded: [],
})
