import { readdir } from 'node:fs/promises'
import { dirname, join as joinPath } from 'node:path'
import { claimOf, namesPart } from '#core/files/file-name.ts'
import { type Join, partFileName } from '#core/mapping/join.ts'
import type { PartSource } from '../lambdas/reading/read-joined.ts'
import { openLocal } from './local-file.ts'

/** The files beside a file that it is joined with, of each the last by name; the names of those that are not there. */
export const localParts = async (
  path: string,
  joins: readonly Join[],
): Promise<{ readonly parts: readonly PartSource[]; readonly awaited: readonly string[] }> => {
  const folder = dirname(path)
  const names = joins.length > 0 ? (await readdir(folder)).toSorted() : []
  const parts: PartSource[] = []
  const awaited: string[] = []
  for (const join of joins) {
    const name = names.findLast((each) => claimOf(each).kind !== 'export' && namesPart(join.files, each))
    if (name === undefined) awaited.push(partFileName(join))
    else parts.push({ join, id: name, ...(await openLocal(joinPath(folder, name))) })
  }
  return { parts, awaited }
}
