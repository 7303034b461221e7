import type { Dataset } from '#core/files/datasets.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

/** The records that rows mention: the first row decides what each of them is; a known row leaves it as it is committed. */
export const derivedRecords = (dataset: Dataset, base: ManifestTable, ownHashOf: (record: BuiltRecord) => string) => {
  const records = new Map<string, BuiltRecord>()
  const texts = new Map<string, string>()
  /** 1 for each committed row that some row of the file has decided already. */
  const decided = new Uint8Array(base.size)
  const { model } = datasetTraits[dataset]

  /** Takes what a parsed row says; answers whether the record is just that. */
  const add = (id: string, record: BuiltRecord): boolean => {
    const said = JSON.stringify(record.own)
    const text = texts.get(id)
    if (text !== undefined) return text === said
    const index = base.find(id)
    if (index >= 0 && decided[index] === 1) return base.own(index) === ownHashOf(record)
    if (index >= 0) decided[index] = 1
    records.set(id, record)
    texts.set(id, said)
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

  return { records, add, addKnown }
}
