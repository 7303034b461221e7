import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { DatasetOutcome, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import type { DatasetInputs } from './inputs.ts'

export const brokenOff = issue('UPLOAD_BROKEN_OFF', say('uploadBrokenOff'))

/** Adds to what became of a dataset that its broken files are refused. What was accepted before stays so, although it was not tried. */
export const refuseBroken = (
  { dataset, broken }: DatasetInputs,
  outcome: DatasetOutcome | null,
): DatasetOutcome | null => {
  const [first] = broken
  if (!first) return outcome
  const refused: readonly RefusedFile[] = broken.map((file) => ({ file, issues: [brokenOff] }))
  if (!outcome) {
    const report = datasetReport(dataset, { outcome: 'refused', file: first, issues: [brokenOff] })
    return { rebuilt: null, repeated: null, report, refused, superseded: [] }
  }
  return {
    ...outcome,
    report: { ...outcome.report, issues: [brokenOff, ...outcome.report.issues] },
    refused: [...outcome.refused, ...refused],
    superseded: outcome.superseded.filter(({ state }) => state !== 'ACCEPTED'),
  }
}
