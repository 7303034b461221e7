import { closeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { judgeSize } from './bounded.ts'
import type { Bytes } from './bytes.ts'
import { inflateError } from './gunzip.ts'
import * as refusals from './refusals.ts'
import { spool } from './spool.ts'

/** A zip archive in a temporary file, and what its directory says. Whoever opens it has to close it. */
export type Archive = {
  readonly entries: readonly Entry[]
  /** bytes */
  readonly size: number
  /**
   * What is in an entry. Its size is judged as the directory tells it, before anything is unpacked; what is unpacked may not be larger
   * than told.
   */
  readonly read: (entry: Entry, limit: number) => AsyncGenerator<Uint8Array>
  readonly close: () => void
}

const maxEntries = 1_000

const refuse = (issue: ReturnType<typeof refusals.emptyArchive>): never => {
  throw new UnreadableFile(issue)
}

const entriesOf = async (zip: ZipFile): Promise<readonly Entry[]> => {
  if (zip.entryCount > maxEntries) return refuse(refusals.severalFiles(zip.entryCount))
  return Array.fromAsync(zip.eachEntry())
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

const contentsOf = (zip: ZipFile) =>
  async function* (entry: Entry, limit: number): AsyncGenerator<Uint8Array> {
    if (entry.isEncrypted()) refuse(refusals.passwordProtected())
    if (!entry.canDecodeFileData()) refuse(refusals.unknownPacking())
    judgeSize(entry.compressedSize, entry.uncompressedSize, limit)
    try {
      let checksum = 0
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        checksum = crc32(chunk, checksum)
        yield chunk
      }
      if (checksum !== entry.crc32) refuse(refusals.damagedArchive())
    } catch (error) {
      throw archiveError(error)
    }
  }

const openZip = async (bytes: Bytes): Promise<ZipFile> => {
  const file = await spool(bytes)
  try {
    return await fromFdPromise(file)
  } catch (error) {
    closeSync(file)
    throw archiveError(error)
  }
}

export const openArchive = async (bytes: Bytes): Promise<Archive> => {
  const zip = await openZip(bytes)
  try {
    const entries = await entriesOf(zip)
    return { entries, size: zip.fileSize, read: contentsOf(zip), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw archiveError(error)
  }
}
