import type { PgpKeys } from '#core/deployment/pgp-keys.ts'
import { secretPgpKeyStore } from '../lambdas/adapters/secret-pgp-key-store.ts'
import { retirePgpKey, rotatePgpKey } from '../lambdas/pgp-keys/keep-pgp-keys.ts'
import { makePgpKey } from '../lambdas/pgp-keys/make-pgp-key.ts'
import { clock } from '../lambdas/runtime/system.ts'
import { diskPgpKeyStore } from '../local/adapters/disk-pgp-key-store.ts'
import { CommandError } from './client.ts'

const shown = (keys: PgpKeys) => ({
  pgp_keys: keys.map(({ fingerprint, createdAt }) => ({
    fingerprint,
    created_at: new Date(createdAt).toISOString(),
  })),
})

/** The keys in a secret on AWS, else those of the laptop. What is changed counts at once: keys are read for each file. */
export const openKeys = (secret: string | undefined, folder = process.env.ROSTERPORT_DATA ?? '.rosterport') => {
  const store = secret === undefined ? diskPgpKeyStore(folder) : secretPgpKeyStore(secret)
  return {
    list: async () => shown(await store.load()),
    rotate: async () => shown(await rotatePgpKey(store, () => makePgpKey(clock()))),
    retire: async (fingerprint: string) => {
      const left = await retirePgpKey(store, fingerprint)
      if (!left) throw new CommandError('There is no such key, or it is the newest one, which customers are shown.')
      return shown(left)
    },
  }
}
