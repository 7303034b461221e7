import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { Fault } from '#core/fault.ts'

/** The text that a secret holds. */
export const loadSecret = async (secretId: string, client = new SecretsManagerClient()): Promise<string> => {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
  if (!SecretString) throw new Fault('ENVIRONMENT_INVALID', `the secret ${secretId} holds no text`)
  return SecretString
}
