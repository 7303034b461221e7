import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import * as v from 'valibot'
import { HostKeysSchema } from '#core/deployment/host-keys.ts'
import type { HostKeyStore } from '#core/ports/host-key-store.ts'

/** A secret whose value is absent until the keys are made. One that holds anything else is an error, not a free place. */
export const secretHostKeyStore = (secretId: string, client = new SecretsManagerClient()): HostKeyStore => ({
  load: async () => {
    try {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }))
      return v.parse(HostKeysSchema, JSON.parse(SecretString))
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined
      throw error
    }
  },
  save: async (keys) => {
    await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString: JSON.stringify(keys) }))
  },
})
