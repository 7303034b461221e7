import type { FileTable } from './file-table.ts'
import type { ManifestTable } from './manifest-table.ts'

/** Which records live on, by their numbers in the file's table and in the committed manifest. */
export type LivingRows = {
  readonly table: FileTable
  readonly base: ManifestTable
  /** The committed row of each record in the table; -1 when there is none. */
  readonly committed: Int32Array
  /** 1 for each record in the table that lives on as the file gives it. */
  readonly given: Uint8Array
  /** 1 for each committed row whose record the file gives. */
  readonly anew: Uint8Array
  /** Committed rows whose records live on as they are stored and need another look. */
  readonly stored: Uint8Array
}

/** What `stored` says of a row. */
export const stays = 1
/** Its removal waits for approval. */
export const staysHeld = 2

/** Finds out which records of the file are committed; none lives yet. */
export const linkRows = (table: FileTable, base: ManifestTable): LivingRows => {
  const committed = new Int32Array(table.size()).fill(-1)
  if (base.size > 0)
    for (let number = 0; number < committed.length; number += 1) committed[number] = base.find(table.id(number))
  const given = new Uint8Array(table.size())
  return { table, base, committed, given, anew: new Uint8Array(base.size), stored: new Uint8Array(base.size) }
}

/** Lets a record live on as the file gives it. */
export const giveLife = ({ committed, given, anew }: LivingRows, number: number): void => {
  const index = committed[number] ?? -1
  given[number] = 1
  if (index >= 0) anew[index] = 1
}

/** Where flags are above 0, one after the other: a list of them would take megabytes. */
function* raised(flags: Uint8Array): Generator<number, undefined> {
  // Most flags of a million are 0, often all of them.
  if (!flags.includes(stays) && !flags.includes(staysHeld)) return
  for (let at = 0; at < flags.length; at += 1) if ((flags[at] ?? 0) > 0) yield at
}

const countRaised = (flags: Uint8Array): number => {
  let count = 0
  for (let at = 0; at < flags.length; at += 1) if ((flags[at] ?? 0) > 0) count += 1
  return count
}

/** Numbers of the records in the table that live on. */
export const givenNumbers = ({ given }: Pick<LivingRows, 'given'>): Generator<number, undefined> => raised(given)

/** The same as a list. */
export const listGiven = ({ given }: Pick<LivingRows, 'given'>): Uint32Array => {
  const numbers = new Uint32Array(countRaised(given))
  let next = 0
  for (const number of raised(given)) numbers[next++] = number
  return numbers
}

/** Numbers of the committed rows that live on as they are stored and need another look. */
export const storedIndexes = ({ stored }: Pick<LivingRows, 'stored'>): Generator<number, undefined> => raised(stored)

/** How many live on and are not settled. */
export const countLiving = ({ given, stored }: LivingRows): number => countRaised(given) + countRaised(stored)
