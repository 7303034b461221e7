import { claimByWords } from '#core/control/file-words.ts'
import type { Integration } from '#core/control/integration.ts'
import { joinedAs } from '#core/control/joined-name.ts'
import type { FileClaim } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** What a file is by its name, and by the mappings in use. */
export type Claim = FileClaim | { readonly kind: 'part' } | { readonly kind: 'manifest' }

/** Judges a name inside the customer's folder. Mappings are looked at only if it says nothing by itself. */
export const claimOfFile = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<Claim> => {
  const claim = claimByWords(integration, name)
  if (claim.kind !== 'unclaimed' && claim.kind !== 'archive') return claim
  const kind = await joinedAs(control, integration, name)
  return kind ? { kind } : claim
}
