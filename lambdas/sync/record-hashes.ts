import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import { embedOf } from '#core/records/render.ts'

const hashDigits = 32

/** What a record says of itself as JSON, and the hashes by which a manifest remembers that and what it shows inside others. */
export const recordHashes = ({ model, own }: Pick<BuiltRecord, 'model' | 'own'>, hash: ContentHash) => {
  const json = JSON.stringify(own)
  return {
    json,
    own: hash(json).slice(0, hashDigits),
    embed: hash(JSON.stringify(embedOf(model, own))).slice(0, hashDigits),
  }
}
