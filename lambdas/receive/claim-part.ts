import type { Integration } from '#core/control/integration.ts'
import { isJoinedName } from '#core/control/joined-name.ts'
import { claimOf, type FileClaim } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** What a file is by its name, and by the joins of the mappings in use. */
export type Claim = FileClaim | { readonly kind: 'part' }

/** Judges a name inside the customer's folder. Mappings are looked at only if it says nothing by itself. */
export const claimOfFile = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<Claim> => {
  const claim = claimOf(name)
  const saysNothing = claim.kind === 'unclaimed' || claim.kind === 'archive'
  return saysNothing && (await isJoinedName(control, integration, name)) ? { kind: 'part' } : claim
}
