import { datasetTraits } from '#core/files/datasets.ts'
import type { ModelId } from '#core/model/models.ts'
import type { Reference } from '#core/records/render.ts'
import type { Comparison } from '#core/sync/compare.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { touchOutcome } from './as-committed.ts'
import { belonging } from './belongings-of.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'

const { model } = datasetTraits.employees

/** The employees whose records of this model say something else of themselves than is committed. */
const employeesOf = ({ records, removed }: Comparison, of: ModelId): readonly string[] => {
  const ids: string[] = []
  const add = (references: readonly Reference[] = []): void => {
    for (const { role, id } of references) if (role === 'employee') ids.push(id)
  }
  for (const { difference, base, next } of records.values())
    if (next.model === of && (difference === 'created' || difference === 'changed')) {
      add(base?.references)
      add(next.references)
    }
  for (const row of removed) if (row.model === of) add(row.references)
  return ids
}

/**
 * Employees show their employments and balances: those of whom any changed are rendered anew, whether or not a file of theirs came.
 * `base` reads what is committed of them.
 */
export const embedBelongings = async (
  inputs: DatasetInputs,
  outcomes: readonly DatasetOutcome[],
  base: () => Promise<ManifestTable>,
): Promise<readonly DatasetOutcome[]> => {
  const changed = belonging.flatMap((kind) => {
    const rebuilt = outcomes.find(({ report }) => report.dataset === kind.dataset)?.rebuilt
    return rebuilt ? employeesOf(rebuilt.comparison, kind.model) : []
  })
  const before = outcomes.find(({ report }) => report.dataset === 'employees') ?? null
  const after = await touchOutcome(inputs, before, base, [{ model, ids: new Set(changed), as: 'touched' }])
  return after === before || !after ? outcomes : [after, ...outcomes.filter((each) => each !== before)]
}
