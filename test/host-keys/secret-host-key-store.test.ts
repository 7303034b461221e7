import { ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { secretHostKeyStore } from '../../lambdas/adapters/secret-host-key-store.ts'

const keys = { rsa: '-----BEGIN RSA PRIVATE KEY-----\nr', ecdsa: '-----BEGIN EC PRIVATE KEY-----\ne' }

/** A Secrets Manager with one secret, behind the real client: it answers before anything goes over the wire. */
const secretsManager = (initial?: string) => {
  let value = initial
  const client = new SecretsManagerClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  client.middlewareStack.add(
    (_next, { commandName }) =>
      async ({ input }) => {
        if (commandName === 'PutSecretValueCommand') value = Object(input).SecretString
        else if (value === undefined) throw new ResourceNotFoundException({ message: 'no value', $metadata: {} })
        return { output: { SecretString: value, $metadata: {} }, response: {} }
      },
    { step: 'initialize' },
  )
  return client
}

describe('the secret of the host keys', () => {
  it('is empty until keys are saved, and then gives them back', async () => {
    const store = secretHostKeyStore('host-keys', secretsManager())
    expect(await store.load()).toBeUndefined()
    await store.save(keys)
    expect(await store.load()).toEqual(keys)
  })

  it.each(['', '{}', '{"rsa":"no key"}'])('is not taken for empty when it holds something else: %j', async (value) => {
    await expect(secretHostKeyStore('host-keys', secretsManager(value)).load()).rejects.toThrow()
  })
})
