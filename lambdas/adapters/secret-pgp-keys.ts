import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as v from 'valibot'
import { PgpKeysSchema } from '#core/deployment/pgp-keys.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'

/** The keys in a secret, which has no value until the first is made. It is read each time: a new key counts at once. */
export const secretPgpKeys = (secretId: string, client = new SecretsManagerClient()): Pick<PgpKeyStore, 'load'> => ({
  load: async () => {
    try {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
      return v.parse(PgpKeysSchema, JSON.parse(SecretString))
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return []
      throw error
    }
  },
})
