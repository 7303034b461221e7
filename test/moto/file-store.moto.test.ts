import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3'
import { afterAll, describe, expect, it } from 'vitest'
import { s3Client } from '../../lambdas/adapters/clients.ts'
import { s3FileStore } from '../../lambdas/adapters/s3-file-store.ts'
import { fileStoreContract } from '../contracts/file-store.ts'
import { freshName, moto } from './moto.ts'

const client = s3Client(moto)
afterAll(() => client.destroy())

const bucket = async (): Promise<string> => {
  const name = freshName('bucket')
  const configuration = { LocationConstraint: moto.region }
  await client.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration: configuration }))
  await client.send(new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration: { Status: 'Enabled' } }))
  return name
}

fileStoreContract(
  'S3 (moto)',
  async () => ({
    store: s3FileStore({ client, bucket: await bucket() }),
    other: s3FileStore({ client, bucket: await bucket() }),
  }),
  { 'keeps keys with line breaks': 'moto has no route to a path with a line break' },
)

describe('S3 (moto)', () => {
  it('copies what is too large for one request in parts', async () => {
    const megabyte = 1024 ** 2
    const source = s3FileStore({ client, bucket: await bucket() })
    const copySizes = { largestSingle: 6 * megabyte, part: 5 * megabyte }
    const target = s3FileStore({ client, bucket: await bucket(), copySizes })
    const content = Uint8Array.from({ length: 12 * megabyte }, (_, index) => (index * 7919) >> 8)
    const key = 'in/large +1.csv'
    const { versionId } = await source.put(key, content)
    await source.put(key, new Uint8Array(7 * megabyte))
    const copy = await target.copyFrom({ bucket: source.bucket, key, versionId }, 'archive/large.csv')
    expect(copy?.size).toBe(content.length)
    const chunks: Uint8Array[] = []
    for await (const chunk of (await target.open({ key: 'archive/large.csv' })) ?? []) chunks.push(chunk)
    expect(Buffer.concat(chunks).equals(content)).toBe(true)
  })

  it('fails on a bucket that does not exist, instead of finding nothing', async () => {
    const store = s3FileStore({ client, bucket: freshName('missing') })
    await expect(store.open({ key: 'a' })).rejects.toThrow('bucket')
  })
})
