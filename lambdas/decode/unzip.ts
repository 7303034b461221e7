import { closeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import type { Dataset } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { judgeSize } from './bounded.ts'
import type { Bytes } from './bytes.ts'
import { inflateError } from './gunzip.ts'
import * as refusals from './refusals.ts'
import { spool } from './spool.ts'

type ZipOptions = {
  /** What the name of the archive says is in it. */
  readonly dataset: Dataset | null
  /** bytes */
  readonly limit: number
}

const maxEntries = 1_000

/** What packers add of their own accord. */
const isClutter = (name: string): boolean => name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$)/i.test(name)

const refuse = (issue: ReturnType<typeof refusals.emptyArchive>): never => {
  throw new UnreadableFile(issue)
}

/** The only file there is, else the only one whose name says what the archive's says. */
const chooseEntry = (entries: readonly Entry[], dataset: Dataset | null): Entry => {
  if (entries.some(({ fileName }) => fileName === '[Content_Types].xml')) return refuse(refusals.workbookInside())
  const files = entries.filter(({ fileName }) => !isClutter(fileName))
  const named = files.filter(({ fileName }) => {
    const claim = claimOf(fileName)
    return claim.kind === 'export' && claim.dataset === dataset
  })
  const [only, ...others] = files.length > 1 && named.length > 0 ? named : files
  if (!only) return refuse(refusals.emptyArchive())
  return others.length === 0 ? only : refuse(refusals.severalFiles(files.length))
}

const entriesOf = async (archive: ZipFile): Promise<readonly Entry[]> => {
  if (archive.entryCount > maxEntries) return refuse(refusals.severalFiles(archive.entryCount))
  return Array.fromAsync(archive.eachEntry())
}

/** Sizes are judged as the archive tells them, before anything is unpacked; what is unpacked may not be larger than told. */
const findEntry = async (archive: ZipFile, { dataset, limit }: ZipOptions): Promise<Entry> => {
  const entry = chooseEntry(await entriesOf(archive), dataset)
  if (entry.isEncrypted()) return refuse(refusals.passwordProtected())
  if (!entry.canDecodeFileData()) return refuse(refusals.unknownPacking())
  judgeSize(entry.compressedSize, entry.uncompressedSize, limit)
  return entry
}

async function* contentsOf(archive: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let checksum = 0
  for await (const chunk of await archive.openReadStreamPromise(entry)) {
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (checksum !== entry.crc32) refuse(refusals.damagedArchive())
}

/** An archive without a directory at its end was cut off. */
const archiveError = (error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof UnreadableFile || 'syscall' in error) return error
  const inflating = inflateError(error)
  if (inflating !== error) return inflating
  return new UnreadableFile(
    error.message.startsWith('End of central directory record signature not found')
      ? refusals.cutShort()
      : refusals.damagedArchive(),
  )
}

const openArchive = async (bytes: Bytes): Promise<ZipFile> => {
  const file = await spool(bytes)
  try {
    return await fromFdPromise(file)
  } catch (error) {
    closeSync(file)
    throw archiveError(error)
  }
}

/** The one export in an archive. */
export const unzip = (options: ZipOptions) =>
  async function* (bytes: Bytes): AsyncGenerator<Uint8Array> {
    const archive = await openArchive(bytes)
    try {
      yield* contentsOf(archive, await findEntry(archive, options))
    } catch (error) {
      throw archiveError(error)
    } finally {
      archive.close()
    }
  }
