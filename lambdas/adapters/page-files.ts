import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Every file of a bundle, by its path in it: in memory, so that a bundle built anew does not pull files from under an open page. */
export const readPageFiles = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const named = async (path: string) =>
    [relative(folder, path).replaceAll(sep, '/'), await readFile(path, 'utf8')] as const
  return new Map(await Promise.all(paths.map(named)))
}
