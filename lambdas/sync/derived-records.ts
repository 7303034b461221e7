import type { Scratch } from '#core/ports/scratch.ts'
import type { ContentHash } from '#core/ports/system.ts'
import { type BuiltRecord, isJsonObject, type Json } from '#core/records/built-record.ts'
import type { FileTable } from '#core/sync/file-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { recordHashes } from './record-hashes.ts'

type Room = { readonly table: FileTable; readonly scratch: Pick<Scratch, 'add'>; readonly hash: ContentHash }

/** So many are compared without being hashed. */
const maxRemembered = 50_000

/** Whether two values are the same, keys in the same order. */
export const saysSame = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true
  if (!isJsonObject(one) || !isJsonObject(other)) return JSON.stringify(one) === JSON.stringify(other)
  for (const key in one) if (!saysSame(one[key], other[key])) return false
  return true
}

const none: readonly number[] = []

/** The records that rows mention: the first row decides what each of them is; a known row leaves it as it is committed. */
export const derivedRecords = (base: ManifestTable, { table, scratch, hash }: Room) => {
  /** For each committed row 1 if some row of the file has decided already that it stays, 2 if it was decided to be something else. */
  const decided = new Uint8Array(base.size)
  /** What records were said to be, by number: true to what was decided. */
  const said = new Map<number, BuiltRecord['own']>()

  const decide = (number: number, row: number, record: BuiltRecord): boolean => {
    const { json, own, embed } = recordHashes(record, hash)
    if (table.row(number) > 0) return table.own(number) === own
    const index = base.find(table.id(number))
    if (index >= 0 && decided[index] === 1) return base.own(index) === own
    if (index >= 0) decided[index] = base.own(index) === own ? 1 : 2
    table.give(number, { row, own, embed, day: null, marks: null, references: [], place: scratch.add(json) })
    return true
  }

  /** Takes what a parsed row says of the record with this number; answers whether the record is just that. */
  const add = (number: number, row: number, record: BuiltRecord): boolean => {
    if (saysSame(said.get(number), record.own)) return true
    const agrees = decide(number, row, record)
    if (agrees && said.size < maxRemembered) said.set(number, record.own)
    return agrees
  }

  /**
   * Takes what a known row says: just what is committed. Answers the records that were decided to be something else. Of whom it mentions,
   * nobody asks for those that are no derived records.
   */
  const addKnown = (index: number): readonly number[] => {
    let differing: readonly number[] = none
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) {
      const target = base.target(i)
      if (target >= base.size) continue
      if (decided[target] === 2) differing = [...differing, target]
      else decided[target] = 1
    }
    return differing
  }

  return { add, addKnown }
}
