import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place, Scratch } from '#core/ports/scratch.ts'

/** So much is gathered before it goes to disk; a small file never does. */
const bufferBytes = 1024 * 1024

/** A file of its own that nobody else can open: its name is gone at once, and its room with the process. */
const openNameless = (folder: string): number => {
  const path = join(folder, `rosterport-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  rmSync(path)
  return file
}

const writeAll = (file: number, bytes: Uint8Array, position: number): void => {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, position + done)
}

/** Keeps texts and bytes in memory while they are few, else in a file of `folder` (the system's folder for temporary files). */
export const fileScratch = (folder = tmpdir()): Scratch => {
  let buffer = Buffer.alloc(0)
  let used = 0
  let file: number | undefined
  let written = 0

  const makeRoom = (needed: number): void => {
    if (used + needed <= buffer.length) return
    if (used > 0) {
      file ??= openNameless(folder)
      writeAll(file, buffer.subarray(0, used), written)
      written += used
      used = 0
    }
    if (needed > buffer.length) buffer = Buffer.allocUnsafe(Math.max(needed, bufferBytes))
  }

  const added = (length: number): Place => {
    used += length
    return { start: written + used - length, length }
  }

  const add = (text: string): Place => {
    makeRoom(3 * text.length)
    return added(buffer.write(text, used))
  }

  const put = (bytes: Uint8Array): Place => {
    makeRoom(bytes.length)
    buffer.set(bytes, used)
    return added(bytes.length)
  }

  const get = ({ start, length }: Place): Buffer => {
    const bytes = Buffer.allocUnsafe(length)
    if (start >= written) buffer.copy(bytes, 0, start - written)
    else if (file !== undefined) readSync(file, bytes, 0, length, start)
    return bytes
  }

  const readOne = ({ start, length }: Place): string =>
    start >= written
      ? buffer.toString('utf8', start - written, start - written + length)
      : get({ start, length }).toString('utf8')

  const close = (): void => {
    if (file !== undefined) closeSync(file)
    file = undefined
    buffer = Buffer.alloc(0)
  }

  return { add, read: (places) => places.map(readOne), put, get, close }
}
