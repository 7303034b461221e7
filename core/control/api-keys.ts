import { apiKeyText, issueCredential } from '#core/connect/credential.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { System } from '#core/ports/system.ts'
import type { ApiKey } from './api-key.ts'
import { apiKeyKey } from './keys.ts'

type Ports = { readonly control: Pick<ControlStore, 'create'>; readonly system: System }
type Limits = Partial<Pick<ApiKey, 'allowedAddresses' | 'requestsPerMinute'>>

/** Makes a key. Its text is never shown again. */
export const issueApiKey = async (
  { control, system }: Ports,
  name: string,
  { allowedAddresses = [], requestsPerMinute = null }: Limits = {},
): Promise<{ readonly apiKey: ApiKey; readonly text: string }> => {
  const credential = issueCredential(system)
  const apiKey: ApiKey = {
    id: credential.id,
    name,
    secretHash: credential.secretHash,
    allowedAddresses,
    requestsPerMinute,
    createdAt: system.clock(),
    revokedAt: null,
  }
  await control.create(apiKeyKey(apiKey.id), apiKey)
  return { apiKey, text: apiKeyText(credential) }
}

/** Makes a key and answers its text. */
export const createApiKey = async (ports: Ports, name: string): Promise<string> => (await issueApiKey(ports, name)).text
