import { setTimeout as delay } from 'node:timers/promises'
import { functionEnvironments } from '#core/deployment/environment.ts'
import { dynamoClient, s3Client, sqsClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { s3FileStore } from '../adapters/s3-file-store.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { meteredLog } from '../runtime/log.ts'
import { clock, contentHash } from '../runtime/system.ts'
import { receiveHandler } from './receive-handler.ts'

const environment = parseEnvironment(functionEnvironments.receive, process.env)
const sqs = sqsClient()

export const handler = receiveHandler({
  control: dynamoControlStore({ client: dynamoClient(), table: environment.CONTROL_TABLE }),
  archive: s3FileStore({ client: s3Client(), bucket: environment.ARCHIVE_BUCKET }),
  landingQueue: sqsQueue({ client: sqs, url: environment.LANDING_QUEUE_URL }),
  syncQueue: sqsQueue({ client: sqs, url: environment.SYNC_QUEUE_URL }),
  webhookQueue: sqsQueue({ client: sqs, url: environment.WEBHOOK_QUEUE_URL }),
  contentHash,
  now: clock,
  wait: (milliseconds) => delay(milliseconds),
  log: meteredLog(environment.METRICS_NAMESPACE),
})
