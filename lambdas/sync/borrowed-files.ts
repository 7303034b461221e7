import type { Dataset } from '#core/files/datasets.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'
import { lenderOf } from './main-files.ts'

// A history may stand in the very file that tells of the people: its dataset then borrows files that are judged elsewhere.

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
