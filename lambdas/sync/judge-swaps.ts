import { datasetTraits } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { idSwaps } from '#core/sync/guards.ts'
import { type Limit, passes } from '#core/sync/limits.ts'
import { givenNumbers } from '#core/sync/living-rows.ts'
import { isSomebodyElse, traitsInText } from '#core/sync/person-traits.ts'
import type { ReadStored } from './read-stored.ts'

const people = datasetTraits.employees.model

/** Of more people who changed, so many stand for all: reading a whole company costs as much as writing it. */
const maxLooked = 5_000

/** So many of them, evenly spread. */
const spread = (numbers: readonly number[]): readonly number[] => {
  const step = Math.max(1, numbers.length / maxLooked)
  return Array.from({ length: Math.min(numbers.length, maxLooked) }, (_, i) => numbers[Math.floor(i * step)] ?? 0)
}

const numbersChanged = ({ rows, records }: Comparison): readonly number[] => {
  const { table } = rows
  const isChanged = (number: number): boolean => records.get(table.id(number))?.difference === 'changed'
  return [...givenNumbers(rows).filter((number) => table.model(number) === people && isChanged(number))]
}

const countKnown = ({ records, settledCount, removed }: Comparison): number => {
  const { created: _, ...counts } = records.counts(people)
  const living = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return living + settledCount + removed.filter(({ model }) => model === people).length
}

/** Rows of the file that tell of somebody else than what is stored under their id. */
const rowsOfOthers = async (
  { rows: { table }, built }: Comparison,
  numbers: readonly number[],
  read: ReadStored,
): Promise<readonly number[]> => {
  const ids = numbers.map((number) => table.id(number))
  const [stored, texts] = await Promise.all([read(ids), built.read(ids)])
  const bodies = new Map(stored.map(({ id, body }) => [id, body]))
  return numbers.flatMap((number) => {
    const [before, after] = [bodies.get(table.id(number)), texts.get(table.id(number))]
    const isOther =
      before !== undefined && after !== undefined && isSomebodyElse(traitsInText(before), traitsInText(after))
    return isOther ? [table.row(number)] : []
  })
}

/** Why a file is not to be applied: under so many ids it tells of other people. Nothing is read unless enough people have changed at all. */
export const judgeSwaps = async (comparison: Comparison, read: ReadStored, limit: Limit): Promise<Issue | null> => {
  const present = countKnown(comparison)
  if (!passes(comparison.records.counts(people).changed, present, limit)) return null
  const changed = numbersChanged(comparison)
  const looked = spread(changed)
  const rows = await rowsOfOthers(comparison, looked, read)
  const swapped = Math.round((rows.length * changed.length) / looked.length)
  return idSwaps({ swapped, present, rows }, limit)
}
