import { type ExportFile, fileRank } from '#core/control/file.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { Heeded } from './heed-manifests.ts'

/** What the manifests of a dataset came to, and what became of it before anything was said of files that wait. */
export type Judged = Pick<Heeded, 'complete' | 'unheeded'> & { readonly outcome: DatasetOutcome | null }

export type SettledManifests = {
  readonly accepted: readonly ExportFile[]
  /** Those whose set a newer one stands for. */
  readonly superseded: readonly ExportFile[]
}

const isIn = (files: readonly ExportFile[], { id }: ExportFile): boolean => files.some((file) => file.id === id)

/** Files of its set cannot be used, or are not all there. */
const isStuck = ({ outcome }: Judged): boolean =>
  outcome !== null && (outcome.refused.length > 0 || outcome.report.outcome === 'waiting_for_files')

/** Which manifests are done with: those whose sets went through in every dataset that waits for them. */
export const settleManifests = (judged: readonly Judged[]): SettledManifests => {
  const waits = (file: ExportFile, each: Judged): boolean =>
    isIn(each.unheeded, file) && (isStuck(each) || !isIn(each.complete, file))
  const all = new Map(judged.flatMap(({ unheeded }) => unheeded.map((file) => [file.id, file] as const)))
  const accepted = [...all.values()].filter((file) => judged.every((each) => !waits(file, each)))
  const stands = ({ unheeded }: Judged, file: ExportFile): boolean =>
    isIn(unheeded, file) && accepted.some((newer) => isIn(unheeded, newer) && fileRank(newer) > fileRank(file))
  const superseded = [...all.values()].filter(
    (file) => !isIn(accepted, file) && judged.some((each) => stands(each, file)),
  )
  return { accepted, superseded }
}
