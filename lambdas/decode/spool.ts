import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Bytes } from './bytes.ts'
import { archiveTooLarge } from './refusals.ts'

/** What fits into the temporary files of any function (512 MB). */
const maxBytes = 400 * 1000 * 1000

/** A file whose name is gone at once, and its room with its descriptor. */
const openNameless = (): number => {
  const path = join(tmpdir(), `rosterport-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  rmSync(path)
  return file
}

/** Puts bytes where they can be read in any order: a file descriptor, which the caller closes. */
export const spool = async (bytes: Bytes): Promise<number> => {
  const file = openNameless()
  try {
    let size = 0
    for await (const chunk of bytes) {
      if (size + chunk.length > maxBytes) throw new UnreadableFile(archiveTooLarge(maxBytes))
      for (let done = 0; done < chunk.length; ) done += writeSync(file, chunk, done, chunk.length - done, size + done)
      size += chunk.length
    }
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}
