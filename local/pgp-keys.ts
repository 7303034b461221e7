import type { PgpKeys } from '#core/deployment/pgp-keys.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import { keepPgpKeys } from '../lambdas/pgp-keys/keep-pgp-keys.ts'
import { clock } from '../lambdas/runtime/system.ts'
import { diskPgpKeyStore } from './adapters/disk-pgp-key-store.ts'

/** The keys of the data folder, the first of them made when somebody asks for it. */
export const localPgpKeys = (folder: string): Pick<PgpKeyStore, 'load'> => {
  const store = diskPgpKeyStore(folder)
  let loading: Promise<PgpKeys> = Promise.resolve([])
  const make = async () => {
    const { makePgpKey } = await import('../lambdas/pgp-keys/make-pgp-key.ts')
    return makePgpKey(clock())
  }
  const load = () => keepPgpKeys(store, make)
  return {
    // One behind the other, so that two who come first do not make a key each.
    load: () => {
      loading = loading.then(load, load)
      return loading
    },
  }
}
