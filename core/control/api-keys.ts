import { apiKeyText, issueCredential } from '#core/connect/credential.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import { apiKeyKey } from './keys.ts'
import type { ApiKey } from './link.ts'

/** Makes a key and answers its text, which is never shown again. */
export const createApiKey = async (
  { control, system }: { readonly control: Pick<ControlStore, 'create'>; readonly system: System },
  name: string,
): Promise<string> => {
  const credential = issueCredential(system)
  const apiKey: ApiKey = {
    id: credential.id,
    name,
    secretHash: credential.secretHash,
    createdAt: system.clock(),
    revokedAt: null,
  }
  await control.create(apiKeyKey(apiKey.id), apiKey)
  return apiKeyText(credential)
}
