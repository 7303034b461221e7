import type { Integration } from '#core/control/integration.ts'
import { keyId } from '../runtime/fingerprint.ts'

/** The integration with exactly these keys; when those of before were added stays known. */
export const withKeys = (integration: Integration, publicKeys: readonly string[], now: number): Integration => {
  const { publicKeys: before, keysAddedAt = {} } = integration
  const added = publicKeys.flatMap((key): [string, number][] => {
    const at = before.includes(key) ? keysAddedAt[keyId(key)] : now
    return at === undefined ? [] : [[keyId(key), at]]
  })
  return { ...integration, publicKeys: [...publicKeys], keysAddedAt: Object.fromEntries(added) }
}
