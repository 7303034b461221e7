import { CreateServerCommand, ResourceNotFoundException, TransferClient } from '@aws-sdk/client-transfer'
import { transferUsers } from '../../lambdas/adapters/transfer-users.ts'
import { sftpUsersContract } from '../contracts/sftp-users.ts'

const client = new TransferClient({
  region: 'eu-central-1',
  endpoint: process.env.MOTO_ENDPOINT ?? 'http://127.0.0.1:5000',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})

// `moto` calls a missing user "UserNotFound" and a missing key "PublicKeyNotFound", where AWS says ResourceNotFoundException.
// It also makes an existing user twice and lacks UpdateUser: `test/contracts/sftp-users.transfer.test.ts` covers those.
client.middlewareStack.add(
  (next) => (args) =>
    next(args).catch((error: unknown) => {
      if (!(error instanceof Error) || !['UserNotFound', 'PublicKeyNotFound'].includes(error.name)) throw error
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

sftpUsersContract('Transfer Family in moto', async () => {
  const { ServerId } = await client.send(new CreateServerCommand({ Protocols: ['SFTP'] }))
  if (ServerId === undefined) throw new Error('moto made no server')
  return transferUsers({
    client,
    serverId: ServerId,
    bucket: 'landing',
    roleArn: 'arn:aws:iam::123456789012:role/sftp-user',
  })
})
