import * as v from 'valibot'
import { createApiKey } from '#core/control/api-keys.ts'
import { dynamoClient } from '../lambdas/adapters/clients.ts'
import { dynamoControlStore } from '../lambdas/adapters/dynamo-control-store.ts'
import { loadSecret } from '../lambdas/adapters/secret-text.ts'
import { systemOf } from '../lambdas/runtime/system.ts'
import type { ApiClient } from './client.ts'

/** `api-key create --table --secret`: the first key of a deployment on AWS, with the rights of whoever runs it. It is shown once and kept as a hash. */
export const createFirstKey = async (table: string, secret: string, name: string) => {
  const system = systemOf(await loadSecret(secret))
  const control = dynamoControlStore({ client: dynamoClient(), table })
  return { name, api_key: await createApiKey({ control, system }, name) }
}

const KeySchema = v.looseObject({ id: v.string(), name: v.string() })
const path = '/manage/api-keys'

/** `api-key create`: another key, by the one there is. */
export const createKey = (api: ApiClient, name: string, allowedAddresses: readonly string[]) =>
  api('POST', path, KeySchema, { body: { name, allowed_addresses: allowedAddresses } })

/** `api-key list` */
export const listKeys = async (api: ApiClient) => {
  const { results } = await api('GET', path, v.object({ results: v.array(KeySchema) }))
  return { api_keys: results }
}

/** `api-key revoke ID` */
export const revokeKey = (api: ApiClient, id: string) => api('DELETE', `${path}/${encodeURIComponent(id)}`, KeySchema)
