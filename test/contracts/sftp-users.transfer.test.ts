import { inspect } from 'node:util'
import { TransferClient } from '@aws-sdk/client-transfer'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '#core/fault.ts'
import { transferRetries, transferUserRemoval, transferUsers } from '../../lambdas/adapters/transfer-users.ts'
import { sftpUsersContract } from './sftp-users.ts'
import { startTransferWire } from './transfer-wire.ts'

const wire = await startTransferWire()
const client = new TransferClient({
  ...transferRetries,
  region: 'eu-central-1',
  endpoint: wire.endpoint,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
})
afterAll(async () => {
  client.destroy()
  await wire.close()
})

const home = { bucket: 'landing-bucket', roleArn: 'arn:aws:iam::123456789012:role/sftp-user' }
const users = transferUsers({ client, serverId: wire.serverId, ...home })

sftpUsersContract('Transfer Family on the wire', async () => users)

const actions = (): readonly string[] => wire.seen.map((call) => call.action)
const inputOf = (action: string) => wire.seen.find((call) => call.action === action)?.input

const transient = [
  { status: 400, type: 'ThrottlingException', RetryAfterSeconds: '1' },
  { status: 500, type: 'InternalServiceError', Message: '?' },
  { status: 503, type: 'ServiceUnavailableException', Message: '?' },
]

describe('an SFTP user on Transfer Family', () => {
  beforeEach(() => {
    wire.seen.length = 0
  })

  it('has its folder of the bucket as its root', async () => {
    await users.put({ name: 'rooted', publicKeys: ['ssh-rsa AAAA'] })
    expect(inputOf('CreateUser')).toMatchObject({
      Role: home.roleArn,
      HomeDirectoryType: 'LOGICAL',
      HomeDirectoryMappings: [{ Entry: '/', Target: '/landing-bucket/rooted' }],
    })
  })

  it('may do nothing outside its folder, whatever the role allows', async () => {
    await users.put({ name: 'scoped', publicKeys: ['ssh-rsa AAAA'] })
    const policy = JSON.parse(String(inputOf('CreateUser')?.Policy))
    const [listing, objects, key] = policy.Statement
    expect(listing).toMatchObject({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::landing-bucket',
      Condition: { StringLike: { 's3:prefix': ['scoped', 'scoped/*'] } },
    })
    expect(objects.Resource).toBe('arn:aws:s3:::landing-bucket/scoped/*')
    expect(key.Action).toEqual(expect.arrayContaining(['kms:GenerateDataKey', 'kms:Decrypt']))
    expect(policy.Statement).toHaveLength(3)
  })

  it('has a policy that fits, with the longest names too', async () => {
    const longest = transferUsers({ client, serverId: wire.serverId, ...home, bucket: 'b'.repeat(63) })
    await longest.put({ name: 'n'.repeat(100), publicKeys: ['ssh-rsa AAAA'] })
    expect(String(inputOf('CreateUser')?.Policy).length).toBeLessThanOrEqual(2048)
  })

  it('costs one call when it is put again as it is', async () => {
    await users.put({ name: 'same', publicKeys: ['ssh-rsa AAAA', 'ssh-rsa BBBB'] })
    wire.seen.length = 0
    await users.put({ name: 'same', publicKeys: ['ssh-rsa AAAA', 'ssh-rsa BBBB'] })
    expect(actions()).toEqual(['DescribeUser'])
  })

  it('gets its new keys before it loses the old ones', async () => {
    await users.put({ name: 'rotating', publicKeys: ['ssh-rsa AAAA'] })
    wire.seen.length = 0
    await users.put({ name: 'rotating', publicKeys: ['ssh-rsa BBBB'] })
    expect(actions()).toEqual(['DescribeUser', 'ImportSshPublicKey', 'DeleteSshPublicKey'])
  })

  it('follows a changed role at the next put', async () => {
    await users.put({ name: 'moved', publicKeys: ['ssh-rsa AAAA'] })
    const roleArn = 'arn:aws:iam::123456789012:role/another'
    await transferUsers({ client, serverId: wire.serverId, ...home, roleArn }).put({ name: 'moved', publicKeys: [] })
    expect(inputOf('UpdateUser')).toMatchObject({ UserName: 'moved', Role: roleArn })
  })

  it('is made once when it is put twice at the same time', async () => {
    const put = (keys: readonly string[]) => users.put({ name: 'raced', publicKeys: keys })
    await Promise.all(Array.from({ length: 5 }, () => put(['ssh-rsa AAAA', 'ssh-rsa BBBB'])))
    expect((await users.keys('raced'))?.toSorted()).toEqual(['ssh-rsa AAAA', 'ssh-rsa BBBB'])
  })

  it.each(transient)('is made in spite of a $type', async (failure) => {
    const name = `patient-${failure.type}`
    wire.failNext(failure)
    await users.put({ name, publicKeys: ['ssh-rsa AAAA'] })
    expect(await users.keys(name)).toEqual(['ssh-rsa AAAA'])
  })

  it('is removed with the right to do just that', async () => {
    await users.put({ name: 'leaving', publicKeys: ['ssh-rsa AAAA'] })
    wire.seen.length = 0
    await transferUserRemoval({ client, serverId: wire.serverId }).remove('leaving')
    expect(actions()).toEqual(['DeleteUser'])
    expect(await users.keys('leaving')).toBeUndefined()
  })

  it('is not taken for removed when the server is not found', async () => {
    const elsewhere = transferUsers({ client, serverId: 's-elsewhere', ...home })
    await expect(elsewhere.remove('anyone')).rejects.toMatchObject({ code: 'SFTP_USER_FAILED' })
    await expect(elsewhere.keys('anyone')).rejects.toMatchObject({ code: 'SFTP_USER_FAILED' })
  })

  it('fails with the name of the error, and without the key that Transfer repeats in its message', async () => {
    const failed = await users
      .put({ name: 'refused', publicKeys: ['garbage-key-body'] })
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Fault)
    expect(String(failed)).toBe('Fault: SFTP_USER_FAILED: put user refused: InvalidRequestException')
    expect(inspect(failed)).not.toContain('garbage-key-body')
  })
})
