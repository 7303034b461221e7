import { createApiKey } from '#core/control/api-keys.ts'
import { dynamoClient } from '../lambdas/adapters/clients.ts'
import { dynamoControlStore } from '../lambdas/adapters/dynamo-control-store.ts'
import { loadHashSecret } from '../lambdas/adapters/hash-secret.ts'
import { systemOf } from '../lambdas/runtime/system.ts'

/** `api-key create`: a key of a deployment on AWS, with the rights of whoever runs it. It is shown once and kept as a hash. */
export const createKeyCommand = async (table: string, secret: string, name: string) => {
  const system = systemOf(await loadHashSecret(secret))
  const control = dynamoControlStore({ client: dynamoClient(), table })
  return { name, api_key: await createApiKey({ control, system }, name) }
}
