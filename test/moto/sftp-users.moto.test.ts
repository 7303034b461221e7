import { CreateServerCommand, TransferClient } from '@aws-sdk/client-transfer'
import { transferUsers } from '../../lambdas/adapters/transfer-users.ts'
import { understandEmulator } from '../../local/emulated-transfer.ts'
import { sftpUsersContract } from '../contracts/sftp-users.ts'

// `moto` makes an existing user twice and lacks UpdateUser: `test/contracts/sftp-users.transfer.test.ts` covers those.
const client = understandEmulator(
  new TransferClient({
    region: 'eu-central-1',
    endpoint: process.env.MOTO_ENDPOINT ?? 'http://127.0.0.1:5000',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }),
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
