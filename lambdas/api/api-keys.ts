import { refuse, success } from '#core/api/answer.ts'
import { ChangeApiKeySchema, CreateApiKeySchema } from '#core/api/api-key-input.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { type ApiKey, ApiKeySchema } from '#core/control/api-key.ts'
import { issueApiKey } from '#core/control/api-keys.ts'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { apiKeyKey, apiKeyPartition } from '#core/control/keys.ts'
import type { ApiPorts } from './ports.ts'
import { lastUseOf } from './rate-limit.ts'

const unknownKey = refuse('PLATFORM.INPUT_INVALID', 'There is no API key with this id.')

const shown = async (ports: ApiPorts, apiKey: ApiKey) => ({
  id: apiKey.id,
  name: apiKey.name,
  allowed_addresses: apiKey.allowedAddresses,
  requests_per_minute: apiKey.requestsPerMinute,
  created_at: isoTime(apiKey.createdAt),
  last_used_at: isoTimeIfAny(await lastUseOf(ports, apiKey)),
  revoked_at: isoTimeIfAny(apiKey.revokedAt),
})

const list =
  (ports: ApiPorts): GeneralEndpoint =>
  async () => {
    const apiKeys = await Array.fromAsync(listDocuments(ports.control, { pk: apiKeyPartition }, ApiKeySchema))
    const newestFirst = apiKeys.toSorted((a, b) => b.createdAt - a.createdAt)
    return success({ next: null, results: await Promise.all(newestFirst.map((apiKey) => shown(ports, apiKey))) })
  }

/** The only answer that ever holds a key's text. */
const create =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(CreateApiKeySchema, body)
    if (input.kind === 'refused') return input
    const { name, allowed_addresses, requests_per_minute } = input.value
    const { apiKey, text } = await issueApiKey(ports, name, {
      allowedAddresses: allowed_addresses,
      requestsPerMinute: requests_per_minute,
    })
    return success({ ...(await shown(ports, apiKey)), api_key: text })
  }

const update = async (ports: ApiPorts, id: string, change: (apiKey: ApiKey) => ApiKey) => {
  const apiKey = await updateDocument(ports.control, apiKeyKey(id), ApiKeySchema, change)
  return apiKey ? success(await shown(ports, apiKey)) : unknownKey
}

const change =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ path, body }) => {
    const input = parseBody(ChangeApiKeySchema, body)
    if (input.kind === 'refused') return input
    const { name, allowed_addresses, requests_per_minute } = input.value
    return update(ports, path.api_key_id ?? '', (apiKey) => ({
      ...apiKey,
      name: name ?? apiKey.name,
      allowedAddresses: allowed_addresses ?? apiKey.allowedAddresses,
      requestsPerMinute: requests_per_minute === undefined ? apiKey.requestsPerMinute : requests_per_minute,
    }))
  }

/** A revoked key stays in the list: it says who had access until when. */
const revoke =
  (ports: ApiPorts): GeneralEndpoint =>
  ({ path }) =>
    update(ports, path.api_key_id ?? '', (apiKey) =>
      apiKey.revokedAt === null ? { ...apiKey, revokedAt: ports.system.clock() } : apiKey,
    )

export const apiKeyEndpoints = (ports: ApiPorts) => ({
  'GET /manage/api-keys': list(ports),
  'POST /manage/api-keys': create(ports),
  'PATCH /manage/api-keys/{api_key_id}': change(ports),
  'DELETE /manage/api-keys/{api_key_id}': revoke(ports),
})
