import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { random } from '../lambdas/runtime/system.ts'

export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The text in a file that only its owner may read; made by `make` at the first start. */
export const keepSecret = async (folder: string, name: string, make: () => Promise<string>): Promise<string> => {
  const path = join(folder, name)
  const kept = await readIfThere(path)
  if (kept) return kept
  const secret = await make()
  await writeFile(path, `${secret}\n`, { mode: 0o600 })
  return secret
}

export const newSecret = async (): Promise<string> => Buffer.from(random(32)).toString('hex')
