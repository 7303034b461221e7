import type { HostKeys } from '#core/deployment/host-keys.ts'
import type { HostKeyStore } from '#core/ports/host-key-store.ts'

/** Keys are made once: what is stored is never replaced. */
export const keepHostKeys = async (store: HostKeyStore, generate: () => HostKeys): Promise<HostKeys> => {
  const kept = await store.load()
  if (kept !== undefined) return kept
  const made = generate()
  await store.save(made)
  return made
}
