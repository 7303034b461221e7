import { functionEnvironments } from '#core/deployment/environment.ts'
import { cloudwatchClient, dynamoClient, s3Client, sqsClient, transferClient } from '../adapters/clients.ts'
import { cloudwatchMetrics } from '../adapters/cloudwatch-metrics.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../adapters/dynamo-record-store.ts'
import { dynamoUsageCounter } from '../adapters/dynamo-usage-counter.ts'
import { openIdVerifier } from '../adapters/open-id.ts'
import { s3Downloads } from '../adapters/s3-downloads.ts'
import { s3FileStore } from '../adapters/s3-file-store.ts'
import { secretPgpKeys } from '../adapters/secret-pgp-keys.ts'
import { loadSecret } from '../adapters/secret-text.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { transferUserRemoval } from '../adapters/transfer-users.ts'
import { decoder } from '../decode/decode.ts'
import { behindFront } from '../runtime/caller-address.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { meteredLog } from '../runtime/log.ts'
import { systemOf } from '../runtime/system.ts'
import { createApi } from './api.ts'

const environment = parseEnvironment(functionEnvironments.api, process.env)
const [hashSecret, originSecret] = await Promise.all([
  loadSecret(environment.HASH_SECRET_ID),
  loadSecret(environment.ORIGIN_SECRET_ID),
])
const system = systemOf(hashSecret)
const dynamo = dynamoClient()
const archive = { client: s3Client(), bucket: environment.ARCHIVE_BUCKET }
const issuer = environment.OPENID_ISSUER
const verify = issuer === '' ? undefined : openIdVerifier({ issuer, clientId: environment.OPENID_CLIENT_ID })
const sqs = sqsClient()

export const handler = behindFront(
  originSecret,
  createApi(
    {
      control: dynamoControlStore({ client: dynamo, table: environment.CONTROL_TABLE }),
      records: dynamoRecordStore({
        client: dynamo,
        table: environment.RECORDS_TABLE,
        now: system.clock,
        random: system.random,
      }),
      archive: s3FileStore(archive),
      decode: decoder(secretPgpKeys(environment.PGP_SECRET_ID)),
      downloads: s3Downloads(archive),
      syncQueue: sqsQueue({ client: sqs, url: environment.SYNC_QUEUE_URL }),
      webhookQueue: sqsQueue({ client: sqs, url: environment.WEBHOOK_QUEUE_URL }),
      sftpUsers: transferUserRemoval({ client: transferClient(), serverId: environment.SFTP_SERVER_ID }),
      usage: dynamoUsageCounter({ client: dynamo, table: environment.CONTROL_TABLE }),
      metrics: cloudwatchMetrics({
        client: cloudwatchClient(),
        namespace: environment.METRICS_NAMESPACE,
        tables: { control: environment.CONTROL_TABLE, records: environment.RECORDS_TABLE },
      }),
      requestsPerMinute: Number(environment.REQUESTS_PER_MINUTE),
      system,
      allowsLocalWebhooks: false,
      publicUrl: environment.PUBLIC_URL,
      dashboardUrl: environment.DASHBOARD_URL,
      ...(verify ? { signIn: { verify, firstAdmin: environment.FIRST_ADMIN } } : {}),
    },
    meteredLog(environment.METRICS_NAMESPACE),
  ),
)
