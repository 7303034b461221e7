import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { Fault } from '#core/fault.ts'

/** The text under which ids and tokens are hashed. */
export const loadHashSecret = async (secretId: string, client = new SecretsManagerClient()): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
  if (!SecretString) throw new Fault('ENVIRONMENT_INVALID', 'the secret that HASH_SECRET_ID names holds no text')
  return SecretString
}
