import fs from 'node:fs'
import files, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'

const noSpace = (syscall: string) =>
  Object.assign(new Error(`ENOSPC: no space left on device, ${syscall}`), { code: 'ENOSPC', errno: -28, syscall })

/** After so many refusals somebody has made room. */
const refusals = 3

type Patched<Target, Name extends keyof Target> = Pick<Target, Name>

/**
 * Stands between this process and its disk: files take what still fits and then nothing more, as on a disk that is full, and the
 * database cannot commit.
 */
export const createDisk = async () => {
  let free = Number.POSITIVE_INFINITY
  let refused = 0

  const refuse = (syscall: string): Error => {
    refused += 1
    if (refused >= refusals) free = Number.POSITIVE_INFINITY
    return noSpace(syscall)
  }

  const probe = await files.open('/dev/null')
  const handles: Patched<FileHandle, 'appendFile'> = Object.getPrototypeOf(probe)
  await probe.close()
  const { appendFile } = handles
  handles.appendFile = async function append(this: FileHandle, data, options) {
    const bytes = Buffer.from(data as Uint8Array)
    const fitting = bytes.subarray(0, Math.min(bytes.length, free))
    free -= fitting.length
    await appendFile.call(this, fitting, options)
    if (fitting.length < bytes.length) throw refuse('write')
  }

  const { copyFile, stat, truncate } = files
  files.copyFile = async (source, target, mode) => {
    const { size } = await stat(source)
    await copyFile(source, target, mode)
    if (size > free) {
      await truncate(target, free)
      free = 0
      throw refuse('copyfile')
    }
    free -= size
  }

  const { writeSync } = fs
  const writePart = (
    file: number,
    bytes: NodeJS.ArrayBufferView,
    offset = 0,
    length = 0,
    position?: number,
  ): number => {
    const fitting = Math.min(length, free)
    if (length > 0 && fitting === 0) throw refuse('write')
    free -= fitting
    return writeSync(file, bytes, offset, fitting, position)
  }
  fs.writeSync = writePart as typeof writeSync
  syncBuiltinESMExports()

  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function run(this: DatabaseSync, sql) {
    if (sql === 'COMMIT' && free === 0) throw refuse('database')
    exec.call(this, sql)
  }

  return {
    /** From now on only so many bytes fit, until room is made. */
    fill: (freeBytes: number): void => {
      free = freeBytes
      refused = 0
    },
  }
}
