import type { Comparison } from '#core/sync/compare.ts'
import type { ManifestContents } from '#core/sync/encode-manifest.ts'
import { settledIndexes } from '#core/sync/living.ts'
import { givenNumbers, listGiven } from '#core/sync/living-rows.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { Stamps } from '#core/sync/stamp-table.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'

/** A row that stays as committed, while what it mentions says something new of itself, must be parsed again next time. */
const forgetting = ({ base, restated }: Comparison): ((index: number) => boolean) => {
  if (restated.size === 0) return () => false
  return (index) => {
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) if (restated.has(base.target(i))) return true
    return false
  }
}

const never = { changedAt: 0, feedAt: 0 }

/** What is to be remembered once everything is written. */
export const nextManifest = (
  { comparison, reading }: Pick<RebuiltDataset, 'comparison' | 'reading'>,
  stamps: Pick<Stamps, 'get'>,
): ManifestContents => {
  const { base, records, rows, others } = comparison
  const { table, committed } = rows
  // Marks mean nothing to whoever reads otherwise.
  const foreign = base.head.reading !== reading
  const forgets = forgetting(comparison)
  const momentsOf: ManifestContents['momentsOf'] = (number) => {
    const index = committed[number] ?? -1
    const id = table.id(number)
    return stamps.get(id) ?? others.committed(id) ?? (index < 0 ? never : base.row(index))
  }
  const added = records.stored().map(({ next, base: stored, absentSince }) => {
    const { changedAt, feedAt } = stamps.get(next.id) ?? others.committed(next.id) ?? stored ?? never
    const forgotten = foreign || forgets(base.find(next.id))
    return { ...next, marks: forgotten ? null : next.marks, changedAt, feedAt, absentSince }
  })
  const given = listGiven(rows)
  return { reading, base, carried: settledIndexes(comparison), forgets, table, given, momentsOf, added: [...added] }
}

/** Parsing so many rows again, next time and every time, costs more than a new manifest. */
const worthRemembering = 0.01

const learnsEnough = ({ rows, base, settledCount }: Comparison): boolean => {
  const { table, committed } = rows
  let learned = 0
  let count = settledCount
  for (const number of givenNumbers(rows)) {
    const marks = table.marks(number)
    const index = committed[number] ?? -1
    const before = index < 0 ? null : base.row(index).marks
    if (marks && (marks.raw !== before?.raw || marks.used !== before.used)) learned += 1
    count += 1
  }
  return learned > worthRemembering * count
}

const isHeld = (base: ManifestTable, index: number): boolean => index >= 0 && base.absentSince(index) !== null

/** Whether a removal is held that was not, or is not held any more, or a record is no longer what its row says. */
const holdsOthers = ({ records, rows, base }: Comparison): boolean =>
  records
    .stored()
    .some(({ base: row, next, absentSince }) => row?.absentSince !== absentSince || row.own !== next.own) ||
  (base.head.absentSince.length > 0 && givenNumbers(rows).some((number) => isHeld(base, rows.committed[number] ?? -1)))

/** A manifest that would say the same as the committed one is not written again. */
export const manifestDiffers = ({ committed, comparison }: RebuiltDataset, written: boolean): boolean =>
  !committed ||
  written ||
  comparison.removed.length > 0 ||
  comparison.restated.size > 0 ||
  comparison.others.inherited.size > 0 ||
  holdsOthers(comparison) ||
  learnsEnough(comparison)
