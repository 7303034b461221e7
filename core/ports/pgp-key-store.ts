import type { PgpKeys } from '#core/deployment/pgp-keys.ts'

/** Keeps the PGP keys of the deployment, private halves and all; none until they are saved for the first time. */
export type PgpKeyStore = {
  load(): Promise<PgpKeys>
  save(keys: PgpKeys): Promise<void>
}
