import { brokeOff, type ExportFile } from '#core/control/file.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'

type Inputs = {
  readonly dataset: Dataset
  readonly candidates: readonly ExportFile[]
  readonly late: readonly ExportFile[]
  readonly accepted: readonly ExportFile[]
  readonly current: ExportFile | undefined
}

/** So many files are tried in the place of one that is not whole. */
const maxReplacements = 60

const isWhole = (file: ExportFile): boolean => !brokeOff(file)

/** A file that a partial one overtook may be the very one that its sender uploaded again. */
const replaces = ({ dataset }: Inputs, { state, archive }: ExportFile): boolean =>
  archive !== null && (state === 'ACCEPTED' || (state === 'SUPERSEDED' && datasetTraits[dataset].mode === 'full'))

/** Whatever waits, and what was applied beside the broken files, in the order of trial. */
const afresh = (inputs: Inputs, newestFirst: readonly ExportFile[]): readonly ExportFile[] => {
  const waiting = new Set([...inputs.candidates, ...inputs.late])
  const replacements = newestFirst.filter((file) => replaces(inputs, file)).slice(0, maxReplacements)
  const tried = newestFirst.filter((file) => isWhole(file) && (waiting.has(file) || replacements.includes(file)))
  return datasetTraits[inputs.dataset].mode === 'full' ? tried : tried.toReversed()
}

/**
 * Takes out the files whose upload broke off, `brokenParts` being those that the main file would be joined with. Where one is
 * applied already, the dataset is built anew from what there is beside it; until then, what it was built from counts as not kept.
 */
export const setBrokenAside = (
  inputs: Inputs,
  newestFirst: readonly ExportFile[],
  brokenParts: readonly ExportFile[],
): Omit<Inputs, 'dataset'> & { readonly broken: readonly ExportFile[] } => {
  const { candidates, late, accepted, current } = inputs
  const main = [...candidates, ...late, ...accepted].filter(brokeOff)
  const isApplied = main.some(({ state }) => state === 'ACCEPTED')
  return {
    broken: [...main, ...brokenParts].filter(({ state }) => state !== 'REFUSED' && state !== 'IGNORED'),
    candidates: isApplied ? afresh(inputs, newestFirst) : candidates.filter(isWhole),
    late: isApplied ? [] : late.filter(isWhole),
    accepted: accepted.filter(isWhole),
    current: current && brokeOff(current) ? { ...current, archive: null } : current,
  }
}
