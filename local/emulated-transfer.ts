import { ResourceNotFoundException, type TransferClient } from '@aws-sdk/client-transfer'

/** What the emulator `moto` calls a missing user and a missing key, where AWS says ResourceNotFoundException. */
const emulatorNames = ['UserNotFound', 'PublicKeyNotFound']

/** Makes the client understand an emulator's errors as it understands those of AWS, which never carry these names. */
export const understandEmulator = (client: TransferClient): TransferClient => {
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: unknown) => {
        if (!(error instanceof Error) || !emulatorNames.includes(error.name)) throw error
        const [resourceType] = error.name.split('NotFound')
        throw new ResourceNotFoundException({
          $metadata: {},
          message: error.message,
          Message: error.message,
          Resource: '',
          ResourceType: resourceType,
        })
      }),
    { step: 'initialize' },
  )
  return client
}
