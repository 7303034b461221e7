import { CreateBucketCommand, PutBucketVersioningCommand, type S3Client } from '@aws-sdk/client-s3'
import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { CreateServerCommand, ListServersCommand } from '@aws-sdk/client-transfer'
import { type QueueName, queues } from '#core/deployment/queues.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Queue } from '#core/ports/queue.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import { s3Client, sqsClient, transferClient } from '../lambdas/adapters/clients.ts'
import { s3FileStore } from '../lambdas/adapters/s3-file-store.ts'
import { sqsQueue } from '../lambdas/adapters/sqs-queue.ts'
import { transferUsers } from '../lambdas/adapters/transfer-users.ts'
import { awsAccess } from './aws-access.ts'
import { understandEmulator } from './emulated-transfer.ts'

const bucketTaken = ['BucketAlreadyOwnedByYou', 'BucketAlreadyExists']

const openBucket = async (client: S3Client, bucket: string): Promise<FileStore> => {
  const create = new CreateBucketCommand({
    Bucket: bucket,
    CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
  })
  await client.send(create).catch((error: unknown) => {
    if (!(error instanceof Error) || !bucketTaken.includes(error.name)) throw error
  })
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }))
  return s3FileStore({ client, bucket })
}

/** The two buckets on an S3 that stands at `endpoint`, made if they are not there. */
export const awsFiles = async (endpoint: string, names: { readonly landing: string; readonly archive: string }) => {
  const client = s3Client(awsAccess(endpoint))
  return { landing: await openBucket(client, names.landing), archive: await openBucket(client, names.archive) }
}

const createQueue = async (
  client: SQSClient,
  name: string,
  fifo: boolean,
  attributes: Record<string, string> = {},
): Promise<string> => {
  const create = new CreateQueueCommand({
    QueueName: `rosterport-${name}${fifo ? '.fifo' : ''}`,
    Attributes: { ...attributes, ...(fifo ? { FifoQueue: 'true' } : {}) },
  })
  return (await client.send(create)).QueueUrl ?? ''
}

const openQueue = async (client: SQSClient, name: QueueName): Promise<Queue> => {
  const { fifo, visibilitySeconds, maxReceives } = queues[name]
  const deadLetters = await createQueue(client, `${name}-dead`, fifo)
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: deadLetters, AttributeNames: ['QueueArn'] }),
  )
  const url = await createQueue(client, name, fifo, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: maxReceives }),
  })
  return sqsQueue({ client, url })
}

/** The queues on an SQS that stands at `endpoint`, made if they are not there. */
export const awsQueues = async (endpoint: string) => {
  const client = sqsClient(awsAccess(endpoint))
  return {
    landingQueue: await openQueue(client, 'landing'),
    syncQueue: await openQueue(client, 'sync'),
    webhookQueue: await openQueue(client, 'webhook'),
  }
}

/** The users of the first Transfer server at `endpoint`, made if there is none. */
export const awsSftpUsers = async (endpoint: string, bucket: string): Promise<SftpUsers> => {
  const client = understandEmulator(transferClient(awsAccess(endpoint)))
  const { Servers = [] } = await client.send(new ListServersCommand({}))
  const serverId =
    Servers[0]?.ServerId ?? (await client.send(new CreateServerCommand({ Protocols: ['SFTP'] }))).ServerId
  const roleArn = 'arn:aws:iam::000000000000:role/rosterport-sftp-user'
  return transferUsers({ client, serverId: serverId ?? '', bucket, roleArn })
}
