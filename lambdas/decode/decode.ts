import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import type { OpenBytes, Opened } from '../reading/chunks.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { type Archive, openArchive } from './archive.ts'
import { bounded } from './bounded.ts'
import { endStream, type Peeked, peek } from './bytes.ts'
import { gunzip } from './gunzip.ts'
import { beginsJson } from './json/json-start.ts'
import { jsonReader } from './json/json-text.ts'
import { encryptionMissing, wrappedTwice } from './refusals.ts'
import { unzip } from './unzip.ts'
import { isWorkbook } from './workbook/parts.ts'
import { refuseOle } from './workbook/refuse-ole.ts'
import { workbookText } from './workbook/workbook-text.ts'
import { tellingBytes, type Wrapping, wrappingOf } from './wrapping.ts'

/** What is known of a file before it is opened. */
export type Wrapped = {
  readonly dataset?: Dataset | null
  /** Refuse what is not encrypted. */
  readonly mustBeEncrypted?: boolean
  /** It came out of an archive, so it is not packed or encrypted once more. */
  readonly isMember?: boolean
  /** The most that may come out of packed bytes; what was neither packed nor encrypted has no limit here. */
  readonly limit?: number
}

/** How a file is opened. */
export type Decoded = OpenBytes & {
  /** Opens it as a zip archive of files; `undefined` where it is something else. Whoever opens the archive has to close it. */
  readonly archive: () => Promise<Archive | undefined>
}

/**
 * Opens a file as the text that is in it: decrypted, then unpacked; of a workbook or JSON the table in it, as CSV. The stream throws an
 * `UnreadableFile` where that cannot be done.
 */
export type Decode = (open: OpenBytes, wrapped?: Wrapped) => Decoded

/** The most that comes out of a file: ten million rows are less. */
export const maxUnpackedBytes = 4_000_000_000

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

type Contents =
  | { readonly kind: 'text'; readonly text: Peeked }
  | { readonly kind: 'workbook'; readonly archive: Archive }

/** What is no longer packed: text, or a workbook. */
const plainOrWorkbook = async (contents: Peeked): Promise<Contents> => {
  const wrapping = wrappingOf(contents.head)
  if (wrapping === undefined) return { kind: 'text', text: contents }
  if (wrapping === 'ole') return refuseOle(contents.all)
  if (wrapping !== 'zip') return refuseUnread(contents, wrappedTwice())
  const archive = await openArchive(contents.all)
  if (isWorkbook(archive)) return { kind: 'workbook', archive }
  archive.close()
  throw new UnreadableFile(wrappedTwice())
}

const unpacked = async (plain: Peeked, { dataset, limit }: Rules): Promise<Contents> => {
  const wrapping = wrappingOf(plain.head)
  if (wrapping === 'gzip') return plainOrWorkbook(await peek(bounded(gunzip, limit)(plain.all), tellingBytes))
  if (wrapping !== 'zip') return plainOrWorkbook(plain)
  const archive = await openArchive(plain.all)
  if (isWorkbook(archive)) return { kind: 'workbook', archive }
  return plainOrWorkbook(await peek(unzip(archive, { dataset, limit }), tellingBytes))
}

/** What rows would be made of long before it shows what it is. */
const judgedFirst: readonly Wrapping[] = ['armour', 'pgp', 'gzip']
/** Decrypting costs little beside reading rows; above this it is not done once more. */
const judgedBytes = 20_000_000
/** bytes */
const judgedStart = 4_000_000

/** Decrypts a message once before its rows are read: whether it is a bomb, or was changed, shows at its end only. */
const judgeMessage = async (open: OpenBytes, decryptOnce: () => Promise<Peeked>): Promise<void> => {
  let size = 0
  for await (const chunk of await open()) {
    size += chunk.length
    if (size > judgedBytes) return
  }
  for await (const _ of (await decryptOnce()).all);
}

/** What so much of a packed file comes to tells a bomb before rows are made of it. */
const judgePacked = async ({ head, all }: Peeked, limit: number): Promise<void> => {
  if (wrappingOf(head) === 'gzip') await endStream((await peek(bounded(gunzip, limit)(all), judgedStart)).all)
  else await endStream(all)
}

const archiveIn = async (plain: Peeked): Promise<Archive | undefined> => {
  if (wrappingOf(plain.head) !== 'zip') {
    await endStream(plain.all)
    return undefined
  }
  const archive = await openArchive(plain.all)
  if (!isWorkbook(archive)) return archive
  archive.close()
  return undefined
}

export const decoder =
  ({ load }: Pick<PgpKeyStore, 'load'>): Decode =>
  (open, { dataset = null, mustBeEncrypted = false, isMember = false, limit = maxUnpackedBytes } = {}) => {
    const rules = { dataset, mustBeEncrypted, isMember, limit }
    const opened = async (): Promise<Peeked> => peek(await open(), tellingBytes)
    let judged = false
    const plain = async (): Promise<Peeked> => {
      const raw = await opened()
      const wrapping = wrappingOf(raw.head)
      if (judged || wrapping === undefined || !judgedFirst.includes(wrapping)) return decrypted(raw, load, rules)
      judged = true
      await endStream(raw.all)
      const decryptOnce = async () => decrypted(await opened(), load, rules)
      if (wrapping !== 'gzip') await judgeMessage(open, decryptOnce)
      await judgePacked(await decryptOnce(), limit)
      return decryptOnce()
    }
    const contents = async (): Promise<Contents> =>
      isMember ? plainOrWorkbook(await peek(await open(), tellingBytes)) : unpacked(await plain(), rules)
    const textAgain = async () => {
      const again = await contents()
      if (again.kind === 'text') return again.text.all
      again.archive.close()
      throw new UnreadableFile(wrappedTwice())
    }
    const readJson = jsonReader(textAgain, dataset, limit)
    const openTable = async (wish = {}): Promise<Opened> => {
      const found = await contents()
      if (found.kind === 'workbook') return workbookText(found.archive, wish, rules)
      if (!(await beginsJson(found.text.head))) return found.text.all
      await endStream(found.text.all)
      return readJson(wish)
    }
    return Object.assign(openTable, { archive: async () => archiveIn(await plain()) })
  }

/** Where there are no private keys: unpacks only. */
export const decodeWithoutKeys = decoder({ load: async () => [] })
