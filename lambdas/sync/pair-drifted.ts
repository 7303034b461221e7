import type { DriftPair } from '#core/control/sync.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { givenNumbers } from '#core/sync/living-rows.ts'
import { type Person, pairPeople } from '#core/sync/pair-people.ts'
import { traitsInText } from '#core/sync/person-traits.ts'
import type { ReadStored } from './read-stored.ts'

const people = datasetTraits.employees.model

/** So many people are looked at; once their identity is settled, the next ones are. */
const maxLooked = 10_000

/** Ids of people who are committed and whom the file does not give. */
const idsMissing = ({ base, rows: { anew } }: Comparison, known: Uint32Array): readonly string[] => {
  const ids: string[] = []
  for (let index = 0; index < base.size && ids.length < maxLooked; index += 1)
    if (base.model(index) === people && anew[index] !== 1 && (known[index] ?? 0) === 0) ids.push(base.id(index))
  return ids
}

const peopleCreated = async ({ rows, built }: Comparison): Promise<readonly Person[]> => {
  const { table, committed } = rows
  const created = [
    ...givenNumbers(rows).filter((number) => table.model(number) === people && committed[number] === -1),
  ].map((number) => ({ id: table.id(number), remoteId: table.remoteId(number) }))
  const texts = await built.read(created.map(({ id }) => id))
  return created.map((each) => ({ ...each, traits: traitsInText(texts.get(each.id) ?? '{}') }))
}

/** Who of the people whom a file lacks is probably whom of those who are new in it, by what is stored of them. */
export const pairDrifted = async (
  comparison: Comparison,
  known: Uint32Array,
  read: ReadStored,
): Promise<readonly DriftPair[]> => {
  const missing = await read(idsMissing(comparison, known))
  const before = missing.map(({ id, remoteId, body }) => ({ id, remoteId: remoteId ?? '', traits: traitsInText(body) }))
  const pairs = pairPeople(before, await peopleCreated(comparison))
  return pairs.map(({ known: { id, remoteId }, given, by }) => ({ id, from: remoteId, to: given.remoteId, by }))
}
