import type { ModelId } from '#core/model/models.ts'
import type { FileTable } from '#core/sync/file-table.ts'

/** What calls a record. `id` is what the key comes to, where that was computed before. */
export type Naming = { readonly model: ModelId; readonly key: string; readonly id?: string }
export type RecordIdOf = (mention: Naming) => string

/** Bounds the memory: some ten megabytes a model. */
const maxRemembered = 50_000

/** Numbers of mentioned records. Rows mention the same departments, places and managers over and over, and an id costs more than the rest of a mention. */
export const recordNumbers = (table: FileTable, idOf: RecordIdOf) => {
  const models = new Map<ModelId, Map<string, number>>()

  const remembered = (model: ModelId): Map<string, number> => {
    const known = models.get(model)
    if (known && known.size < maxRemembered) return known
    const numbers = new Map<string, number>()
    models.set(model, numbers)
    return numbers
  }

  return (mention: Naming, remoteId: string): number => {
    const { model, key } = mention
    const numbers = remembered(model)
    const before = numbers.get(key)
    if (before !== undefined) return before
    const number = table.numberOf(idOf(mention), model, remoteId)
    numbers.set(key, number)
    return number
  }
}
