import { datasetTraits } from '#core/files/datasets.ts'
import type { Role } from '#core/records/built-record.ts'
import { differenceOfMoved } from '#core/sync/diff.ts'
import { flagged } from '#core/sync/known-rows.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Others } from '#core/sync/others.ts'
import { touchOutcome } from './as-committed.ts'
import type { DatasetOutcome } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'

/** Rows that now show something else than is stored, since another dataset says so. */
const movedRows = (base: ManifestTable, { models, decide, move }: Others): Uint8Array => {
  const moved: number[] = []
  for (let index = 0; index < base.size; index += 1) {
    const id = models.includes(base.model(index)) ? base.id(index) : undefined
    if (id !== undefined && decide(id) && move(id)) moved.push(index)
  }
  return flagged(base, moved)
}

const rolesOf = (base: ManifestTable, index: number, moved: Uint8Array): readonly Role[] => {
  const roles: Role[] = []
  const end = base.referencesStart(index + 1)
  for (let i = base.referencesStart(index); i < end; i += 1) if (moved[base.target(i)] === 1) roles.push(base.role(i))
  return roles
}

/** What mentions them, by what it makes of each record. */
const mentioning = (base: ManifestTable, moved: Uint8Array) => {
  const touched = new Set<string>()
  const redrawn = new Set<string>()
  for (let index = 0; index < base.size; index += 1) {
    const difference = differenceOfMoved(rolesOf(base, index, moved))
    if (difference === 'touched') touched.add(base.id(index))
    if (difference === 'redrawn') redrawn.add(base.id(index))
  }
  return { touched, redrawn }
}

/**
 * A dataset that shows records of which another one now says something else: those that mention them are rendered anew, although no
 * file of theirs was read. One that was rebuilt has seen to it already.
 */
export const embedShared = async (
  inputs: DatasetInputs,
  outcome: DatasetOutcome | null,
  base: () => Promise<ManifestTable>,
  others: Others,
): Promise<DatasetOutcome | null> => {
  if (outcome?.rebuilt || others.models.length === 0) return outcome
  const committed = await base()
  const moved = movedRows(committed, others)
  if (!moved.includes(1)) return outcome
  const { model } = datasetTraits[inputs.dataset]
  const { touched, redrawn } = mentioning(committed, moved)
  return touchOutcome(inputs, outcome, base, [
    { model, ids: redrawn, as: 'redrawn' },
    { model, ids: touched, as: 'touched' },
  ])
}
