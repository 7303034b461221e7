import type { ExportFile } from '#core/control/file.ts'
import { type Dataset, isDataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import { isFileOf } from './find-parts.ts'
import type { DatasetInputs, MappingInUse } from './inputs.ts'

// A history may stand in the very file that tells of the people: its dataset then borrows files that are judged elsewhere.

/** The dataset whose files another one is read from; undefined where it has files of its own, or those of a part. */
export const lenderOf = ({ files }: Pick<Mapping, 'files'>): Dataset | undefined =>
  files !== undefined && isDataset(files) ? files : undefined

export const borrows = (mapping: MappingInUse): boolean =>
  mapping.kind === 'approved' && mapping.mapping.files !== undefined

/** Tells the main files of a dataset, by their dataset or, where its mapping names them, by their names. */
export const mainFiles = (dataset: Dataset, mapping: Pick<Mapping, 'files'> | undefined) => {
  const { files } = mapping ?? {}
  const own = (files !== undefined && lenderOf({ files })) || dataset
  return (file: ExportFile): boolean =>
    files === undefined || isDataset(files) ? file.dataset === own : isFileOf({ files }, file)
}

/** Of files that may be borrowed, newest first, those that are worth a trial: down to the newest that was accepted. */
export const worthATrial = (newestFirst: readonly ExportFile[]): readonly ExportFile[] => {
  const accepted = newestFirst.findIndex(({ state }) => state === 'ACCEPTED')
  return accepted < 0 ? newestFirst : newestFirst.slice(0, accepted + 1)
}

const judgedBy = (lender: Dataset, outcomes: readonly DatasetOutcome[]): ReadonlyMap<string, boolean> => {
  const outcome = outcomes.find(({ report }) => report.dataset === lender)
  const accepted = [...(outcome?.rebuilt?.files ?? []), ...(outcome?.repeated?.files ?? [])]
  return new Map([
    ...(outcome?.refused ?? []).map(({ file }): [string, boolean] => [file.id, false]),
    ...accepted.map(({ id }): [string, boolean] => [id, true]),
  ])
}

/** What a dataset that borrows its files may be built from, once it is known what the lender made of them: nothing but what that took. */
export const afterLender = (inputs: DatasetInputs, outcomes: readonly DatasetOutcome[]): DatasetInputs => {
  const { mapping, candidates } = inputs
  const lender = mapping.kind === 'approved' ? lenderOf(mapping.mapping) : undefined
  if (lender === undefined) return inputs
  const judged = judgedBy(lender, outcomes)
  return {
    ...inputs,
    broken: [],
    candidates: candidates.filter(({ id, state }) => judged.get(id) ?? state === 'ACCEPTED'),
    late: [],
  }
}

/** What becomes of a borrowed file, the lender says. */
export const withoutVerdicts = (
  { mapping }: Pick<DatasetInputs, 'mapping'>,
  outcome: DatasetOutcome | null,
): DatasetOutcome | null =>
  outcome && mapping.kind === 'approved' && lenderOf(mapping.mapping) !== undefined
    ? { ...outcome, refused: [], superseded: [] }
    : outcome
