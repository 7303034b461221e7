import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { PgpKeysSchema } from '#core/deployment/pgp-keys.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import { readIfThere } from '../secrets.ts'

/** Keys in a file that only its owner may read; it is read each time: a new key counts at once. */
export const diskPgpKeyStore = (folder: string): PgpKeyStore => {
  const path = join(folder, 'pgp-keys.json')
  return {
    load: async () => {
      const text = await readIfThere(path)
      return text === undefined ? [] : v.parse(PgpKeysSchema, JSON.parse(text))
    },
    save: async (keys) => {
      const half = `${path}.part`
      await writeFile(half, JSON.stringify(keys), { mode: 0o600 })
      await rename(half, path)
    },
  }
}
