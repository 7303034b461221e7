import { setTimeout as delay } from 'node:timers/promises'
import { functionEnvironments } from '#core/deployment/environment.ts'
import { dynamoClient, s3Client, sqsClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../adapters/dynamo-record-store.ts'
import { fileScratch } from '../adapters/file-scratch.ts'
import { s3FileStore } from '../adapters/s3-file-store.ts'
import { secretPgpKeys } from '../adapters/secret-pgp-keys.ts'
import { loadSecret } from '../adapters/secret-text.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { decoder } from '../decode/decode.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { meteredLog } from '../runtime/log.ts'
import { contentHash, systemOf } from '../runtime/system.ts'
import { syncHandler } from './sync-handler.ts'

const environment = parseEnvironment(functionEnvironments.sync, process.env)
const { clock, random, hash } = systemOf(await loadSecret(environment.HASH_SECRET_ID))
const client = dynamoClient()
const sqs = sqsClient()

export const handler = syncHandler({
  control: dynamoControlStore({ client, table: environment.CONTROL_TABLE }),
  records: dynamoRecordStore({ client, table: environment.RECORDS_TABLE, now: clock, random }),
  archive: s3FileStore({ client: s3Client(), bucket: environment.ARCHIVE_BUCKET }),
  folders: s3FileStore({ client: s3Client(), bucket: environment.LANDING_BUCKET }),
  decode: decoder(secretPgpKeys(environment.PGP_SECRET_ID)),
  syncQueue: sqsQueue({ client: sqs, url: environment.SYNC_QUEUE_URL }),
  webhookQueue: sqsQueue({ client: sqs, url: environment.WEBHOOK_QUEUE_URL }),
  openScratch: fileScratch,
  keyedHash: hash,
  contentHash,
  now: clock,
  wait: (milliseconds) => delay(milliseconds),
  log: meteredLog(environment.METRICS_NAMESPACE),
})
