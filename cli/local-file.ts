import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Dataset } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { decodeWithoutKeys } from '../lambdas/decode/decode.ts'
import { CommandError } from './client.ts'

/** What the file's name says it holds; employees where it says nothing. */
export const datasetOf = (name: string): Dataset => {
  const claim = claimOf(name)
  return claim.kind === 'export' ? claim.dataset : 'employees'
}

/** A file of this machine, unpacked, to be opened as often as reading it takes. */
export const openLocal = async (path: string) => {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CommandError(`There is no file ${path}.`)
  const name = basename(path)
  return { name, open: decodeWithoutKeys(() => createReadStream(path), { dataset: datasetOf(name) }) }
}

/** The text of a file of this machine. */
export const readLocal = async (path: string): Promise<string> => {
  await openLocal(path)
  return readFile(path, 'utf8')
}
