import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Scratch } from '#core/ports/scratch.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'
import type { FileTable } from '#core/sync/file-table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

type Room = { readonly table: FileTable; readonly scratch: Pick<Scratch, 'add'>; readonly hash: ContentHash }

/** The records that rows mention: the first row decides what each of them is; a known row leaves it as it is committed. */
export const derivedRecords = (dataset: Dataset, base: ManifestTable, { table, scratch, hash }: Room) => {
  /** 1 for each committed row that some row of the file has decided already. */
  const decided = new Uint8Array(base.size)
  const { model } = datasetTraits[dataset]

  /** Takes what a parsed row says of the record with this number; answers whether the record is just that. */
  const add = (id: string, number: number, row: number, { own, ...record }: BuiltRecord): boolean => {
    const json = JSON.stringify(own)
    const said = hash(json).slice(0, 32)
    if (table.row(number) > 0) return table.own(number) === said
    const index = base.find(id)
    if (index >= 0 && decided[index] === 1) return base.own(index) === said
    if (index >= 0) decided[index] = 1
    const embed = hash(JSON.stringify(embedOf(record.model, own)))
    table.give(number, { row, own: said, embed, day: null, marks: null, references: [], place: scratch.add(json) })
    return true
  }

  /** Takes what a known row says: just what is committed. */
  const addKnown = (index: number): void => {
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) {
      const target = base.target(i)
      if (target < base.size && base.model(target) !== model) decided[target] = 1
    }
  }

  return { add, addKnown }
}
