import type { ContentHash } from '#core/ports/system.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import { remoteIdOfIdentity } from '#core/records/directory.ts'
import { embedOf } from '#core/records/render.ts'
import { withName } from '#core/sync/verify-record.ts'

const hashDigits = 32

/**
 * What a record says of itself as JSON, and the hashes by which a manifest remembers that and what it shows inside others. One that is
 * not called what its id is made of may be called otherwise tomorrow: then what it is called is a part of what it says.
 */
export const recordHashes = (
  { model, key, remoteId, own }: Pick<BuiltRecord, 'model' | 'key' | 'remoteId' | 'own'>,
  hash: ContentHash,
) => {
  const json = JSON.stringify(own)
  const called = remoteId === remoteIdOfIdentity(model, key) ? undefined : remoteId
  return {
    json,
    own: hash(withName(json, called)).slice(0, hashDigits),
    embed: hash(withName(JSON.stringify(embedOf(model, own)), called)).slice(0, hashDigits),
  }
}
