import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { type Identities, noIdentities } from '#core/ids/identities.ts'
import { type LinkedKeys, linkedKeys } from '#core/ids/linked-keys.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { type Aliases, noAliases } from '#core/sync/aliases.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { followLinks } from '#core/sync/follow-links.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { PresentIds } from '#core/sync/resolve.ts'
import type { RecordIdOf } from './record-numbers.ts'

type Hashes = { readonly keyedHash: KeyedHash }

export type LinkedInput = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly mapping: Mapping
  readonly employees: PresentIds
  /** Under which other ids records may be mentioned. */
  readonly aliases?: Aliases
  /** Which remote ids mean the same person. */
  readonly identities?: Identities
}

const people = datasetTraits.employees.model

/** The ids of records by what rows call them. */
export const recordIds = (
  { keyedHash }: Hashes,
  { integrationId, dataset, employees, aliases = noAliases, identities = noIdentities }: LinkedInput,
): RecordIdOf => {
  const plain: RecordIdOf = ({ model, key, id }) => id ?? recordId(keyedHash, integrationId, model, key)
  if (identities.name === '') return (mention) => aliases.resolve(plain(mention))
  return (mention) => {
    if (mention.model !== people) return aliases.resolve(plain(mention))
    const key = identities.keyOf(mention.key)
    const id = plain({ model: people, key })
    if (dataset === 'employees' || key === mention.key || employees.has(id)) return id
    // A link takes effect with the row of the new id: until there is one that can be read, the person is stored as before.
    const before = plain(mention)
    return employees.has(before) ? before : id
  }
}

/** Absent where every record is called what its id is made of. */
export const keysFor = ({ dataset, mapping, identities = noIdentities }: LinkedInput): LinkedKeys | undefined =>
  linkedKeys(dataset, mapping, identities)

/** What a file says of people and what belongs to them, it says of the ids under which they are committed, too. */
export const withLinksFollowed = <Contents extends FileContents>(
  { keyedHash }: Hashes,
  input: LinkedInput,
  contents: Contents,
  base: ManifestTable,
): Contents => {
  const keys = keysFor(input)
  if (!keys) return contents
  const { integrationId, dataset } = input
  const { model } = datasetTraits[dataset]
  // Also of ids that nobody links any more: whoever could not be moved when a link was undone is still stored under the id it gave.
  return followLinks(dataset, contents, base, (remoteId) =>
    recordId(keyedHash, integrationId, model, keys.keyOf(remoteId)),
  )
}
