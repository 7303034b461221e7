import type { ModelId } from '#core/model/models.ts'
import type { RecordIdOf } from './gather-rows.ts'

/** Bounds the memory: some ten megabytes a model. */
const maxRemembered = 50_000

/** The same ids. Rows mention the same departments, places and managers over and over, and an id costs more than the rest of a mention. */
export const rememberingIds = (idOf: RecordIdOf): RecordIdOf => {
  const models = new Map<ModelId, Map<string, string>>()

  const idsOf = (model: ModelId): Map<string, string> => {
    const known = models.get(model)
    if (known && known.size < maxRemembered) return known
    const ids = new Map<string, string>()
    models.set(model, ids)
    return ids
  }

  return (mention) => {
    const ids = idsOf(mention.model)
    const before = ids.get(mention.key)
    if (before !== undefined) return before
    const id = idOf(mention)
    ids.set(mention.key, id)
    return id
  }
}
