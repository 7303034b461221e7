import { brokeOff, type ExportFile } from '#core/control/file.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { DatasetOutcome, RefusedFile } from './dataset-outcome.ts'
import { datasetReport } from './dataset-report.ts'
import type { DatasetInputs } from './inputs.ts'

const brokenOff = issue('UPLOAD_BROKEN_OFF', say('uploadBrokenOff'))

/** So many files are tried in the place of one that is not whole. */
const maxReplacements = 60

const isWhole = (file: ExportFile): boolean => !brokeOff(file)

/** A file that a partial one overtook may be the very one that its sender uploaded again. */
const replaces = ({ dataset }: DatasetInputs, { state, archive }: ExportFile): boolean =>
  archive !== null && (state === 'ACCEPTED' || (state === 'SUPERSEDED' && datasetTraits[dataset].mode === 'full'))

/** Whatever waits, and what was applied beside the broken files, in the order of trial. */
const afresh = (inputs: DatasetInputs, newestFirst: readonly ExportFile[]): readonly ExportFile[] => {
  const waiting = new Set([...inputs.candidates, ...inputs.late])
  const replacements = newestFirst.filter((file) => replaces(inputs, file)).slice(0, maxReplacements)
  const tried = newestFirst.filter((file) => isWhole(file) && (waiting.has(file) || replacements.includes(file)))
  return datasetTraits[inputs.dataset].mode === 'full' ? tried : tried.toReversed()
}

/**
 * Takes out the files whose upload broke off. Where one is applied already, the dataset is built anew from what there is beside it;
 * until then, what it was built from counts as not kept.
 */
export const setBrokenAside = (inputs: DatasetInputs, newestFirst: readonly ExportFile[]): DatasetInputs => {
  const { candidates, late, accepted, current } = inputs
  const known = [...candidates, ...late, ...accepted]
  const broken = known.filter((file) => brokeOff(file) && file.state !== 'REFUSED')
  const isApplied = broken.some(({ state }) => state === 'ACCEPTED')
  return {
    ...inputs,
    broken,
    candidates: isApplied ? afresh(inputs, newestFirst) : candidates.filter(isWhole),
    late: isApplied ? [] : late.filter(isWhole),
    accepted: accepted.filter(isWhole),
    current: current && brokeOff(current) ? { ...current, archive: null } : current,
  }
}

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
