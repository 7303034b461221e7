import { brokeOff, type ExportFile } from '#core/control/file.ts'
import type { DatasetMode } from '#core/files/datasets.ts'

type Inputs = {
  readonly candidates: readonly ExportFile[]
  readonly late: readonly ExportFile[]
  readonly accepted: readonly ExportFile[]
  readonly current: ExportFile | undefined
}

/** So many files are tried in the place of one that is not whole. */
const maxReplacements = 60

const isWhole = (file: ExportFile): boolean => !brokeOff(file)

/** A file that a partial one overtook may be the very one that its sender uploaded again. */
const replaces = (mode: DatasetMode, { state, archive }: ExportFile): boolean =>
  archive !== null && (state === 'ACCEPTED' || (state === 'SUPERSEDED' && mode === 'full'))

/** Whatever waits, and what was applied beside the broken files, in the order of trial. */
const afresh = (inputs: Inputs, mode: DatasetMode, newestFirst: readonly ExportFile[]): readonly ExportFile[] => {
  const waiting = new Set([...inputs.candidates, ...inputs.late])
  const replacements = newestFirst.filter((file) => replaces(mode, file)).slice(0, maxReplacements)
  const tried = newestFirst.filter((file) => isWhole(file) && (waiting.has(file) || replacements.includes(file)))
  return mode === 'window' ? tried.toReversed() : tried
}

/**
 * Takes out the files whose upload broke off, `others` being those that the main file would be joined with, and manifests. Where one is
 * applied already, the dataset is built anew from what there is beside it; until then, what it was built from counts as not kept.
 */
export const setBrokenAside = (
  inputs: Inputs,
  mode: DatasetMode,
  newestFirst: readonly ExportFile[],
  others: readonly ExportFile[],
): Inputs & { readonly broken: readonly ExportFile[] } => {
  const { candidates, late, accepted, current } = inputs
  const main = [...candidates, ...late, ...accepted].filter(brokeOff)
  // Where files build on each other, they are read once more without it.
  const isApplied = mode !== 'delta' && main.some(({ state }) => state === 'ACCEPTED')
  return {
    broken: [...main, ...others].filter(({ state }) => state !== 'REFUSED' && state !== 'IGNORED'),
    candidates: isApplied ? afresh(inputs, mode, newestFirst) : candidates.filter(isWhole),
    late: isApplied ? [] : late.filter(isWhole),
    accepted: accepted.filter(isWhole),
    current: current && brokeOff(current) ? { ...current, archive: null } : current,
  }
}
