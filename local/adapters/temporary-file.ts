import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { absentOn } from './absent.ts'

const abandonedAfterMs = 24 * 60 * 60 * 1000

/** A killed process cannot clean up: what nobody touched for a day is its litter. */
const removeAbandoned = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    const stats = await stat(path).catch(absentOn('ENOENT'))
    if (stats && Date.now() - stats.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}

/** Lends a free path in the directory; what still lies there afterwards is removed. */
export const temporaryFiles = (directory: string) => {
  let ready: Promise<void> | undefined
  const prepare = async () => {
    await mkdir(directory, { recursive: true })
    await removeAbandoned(directory)
  }

  return async <Result>(use: (path: string) => Promise<Result>): Promise<Result> => {
    ready ??= prepare()
    await ready
    const path = join(directory, randomUUID())
    try {
      return await use(path)
    } finally {
      await rm(path, { force: true })
    }
  }
}
