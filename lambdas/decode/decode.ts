import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import type { OpenBytes } from '../reading/chunks.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { bounded } from './bounded.ts'
import { endStream, type Peeked, peek } from './bytes.ts'
import { gunzip } from './gunzip.ts'
import { encryptionMissing, wrappedTwice } from './refusals.ts'
import { unzip } from './unzip.ts'
import { tellingBytes, wrappingOf } from './wrapping.ts'

/** What is known of a file before it is opened. */
export type Wrapped = {
  readonly dataset?: Dataset | null
  /** Refuse what is not encrypted. */
  readonly mustBeEncrypted?: boolean
  /** The most that may come out of packed bytes; what was neither packed nor encrypted has no limit here. */
  readonly limit?: number
}

/** Opens a file as the text that is in it: decrypted, then unpacked. The stream throws an `UnreadableFile` where that cannot be done. */
export type Decode = (open: OpenBytes, wrapped?: Wrapped) => OpenBytes

/** Ten million rows are less. */
const defaultLimit = 4_000_000_000

type Rules = Required<Wrapped>

const refuseUnread = async ({ all }: Peeked, issue: Issue): Promise<never> => {
  await endStream(all)
  throw new UnreadableFile(issue)
}

const decrypted = async (
  raw: Peeked,
  keys: PgpKeyStore['load'],
  { mustBeEncrypted, limit }: Rules,
): Promise<Peeked> => {
  const wrapping = wrappingOf(raw.head)
  if (wrapping === 'armour' || wrapping === 'pgp') {
    // A large library, which few files need.
    const { unseal } = await import('./decrypt.ts')
    const how = { armoured: wrapping === 'armour', keys, mustBeEncrypted, limit }
    return peek(bounded(unseal(how), limit)(raw.all), tellingBytes)
  }
  return mustBeEncrypted ? refuseUnread(raw, encryptionMissing()) : raw
}

const unpacked = async (plain: Peeked, { dataset, limit }: Rules): Promise<Peeked> => {
  const wrapping = wrappingOf(plain.head)
  if (wrapping === 'gzip') return peek(bounded(gunzip, limit)(plain.all), tellingBytes)
  if (wrapping === 'zip') return peek(bounded(unzip({ dataset, limit }), limit)(plain.all), tellingBytes)
  return plain
}

export const decoder =
  ({ load }: Pick<PgpKeyStore, 'load'>): Decode =>
  (open, { dataset = null, mustBeEncrypted = false, limit = defaultLimit } = {}) =>
  async () => {
    const rules = { dataset, mustBeEncrypted, limit }
    const raw = await peek(await open(), tellingBytes)
    const contents = await unpacked(await decrypted(raw, load, rules), rules)
    return wrappingOf(contents.head) === undefined ? contents.all : refuseUnread(contents, wrappedTwice())
  }

/** Where there are no private keys: unpacks only. */
export const decodeWithoutKeys = decoder({ load: async () => [] })
