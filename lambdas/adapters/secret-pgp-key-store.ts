import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import { secretPgpKeys } from './secret-pgp-keys.ts'

/** The keys in a secret, for whoever makes new ones. */
export const secretPgpKeyStore = (secretId: string, client = new SecretsManagerClient()): PgpKeyStore => ({
  ...secretPgpKeys(secretId, client),
  save: async (keys) => {
    await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString: JSON.stringify(keys) }))
  },
})
