import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs'
import { TransferClient, type TransferClientConfig } from '@aws-sdk/client-transfer'
import { transferRetries } from './transfer-users.ts'

// The clients of AWS. In a function they need no configuration; elsewhere an endpoint and credentials say whom they talk to.

// Without its log, which nobody reads: for it the SDK goes through every item once more, a sixth of what a large answer costs.
export const dynamoClient = (config: DynamoDBClientConfig = {}): DynamoDBClient => {
  const client = new DynamoDBClient(config)
  client.middlewareStack.remove('loggerMiddleware')
  return client
}

export const cloudwatchClient = (): CloudWatchClient => new CloudWatchClient({})

// An emulator answers under one host name, whatever the bucket is called.
export const s3Client = (config: S3ClientConfig = {}): S3Client =>
  new S3Client({ forcePathStyle: config.endpoint !== undefined, ...config })

export const sqsClient = (config: SQSClientConfig = {}): SQSClient => new SQSClient(config)

export const transferClient = (config: TransferClientConfig = {}): TransferClient =>
  new TransferClient({ ...transferRetries, ...config })
