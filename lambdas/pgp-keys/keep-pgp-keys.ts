import type { PgpKey, PgpKeys } from '#core/deployment/pgp-keys.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'

type Make = () => Promise<PgpKey>

/** The keys there are; the first one is made where there is none. */
export const keepPgpKeys = async (store: PgpKeyStore, make: Make): Promise<PgpKeys> => {
  const kept = await store.load()
  if (kept.length > 0) return kept
  const made = [await make()]
  await store.save(made)
  return made
}

/** A new key for customers to take from now on; files for the old ones are read as before. */
export const rotatePgpKey = async (store: PgpKeyStore, make: Make): Promise<PgpKeys> => {
  const keys = [await make(), ...(await store.load())]
  await store.save(keys)
  return keys
}

/** Takes out a key that nobody uses any more. The newest stays: customers are shown it. */
export const retirePgpKey = async (store: PgpKeyStore, fingerprint: string): Promise<PgpKeys | undefined> => {
  const keys = await store.load()
  const left = keys.filter((key, index) => index === 0 || key.fingerprint !== fingerprint.toUpperCase())
  if (left.length === keys.length) return undefined
  await store.save(left)
  return left
}
