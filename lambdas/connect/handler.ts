import { functionEnvironments } from '#core/deployment/environment.ts'
import { dynamoClient, s3Client, sqsClient, transferClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../adapters/dynamo-record-store.ts'
import { dynamoUsageCounter } from '../adapters/dynamo-usage-counter.ts'
import { openIdVerifier } from '../adapters/open-id.ts'
import { s3FileStore } from '../adapters/s3-file-store.ts'
import { s3Uploads } from '../adapters/s3-uploads.ts'
import { secretPgpKeys } from '../adapters/secret-pgp-keys.ts'
import { loadSecret } from '../adapters/secret-text.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { transferUsers } from '../adapters/transfer-users.ts'
import { decoder } from '../decode/decode.ts'
import { behindFront } from '../runtime/caller-address.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { meteredLog } from '../runtime/log.ts'
import { systemOf } from '../runtime/system.ts'
import { createConnect } from './connect.ts'

const environment = parseEnvironment(functionEnvironments.connect, process.env)
const partsOf = (text: string, separator: string): readonly string[] =>
  text.split(separator).filter((part) => part !== '')

const issuer = environment.OPENID_ISSUER
const verify = issuer === '' ? undefined : openIdVerifier({ issuer, clientId: environment.OPENID_CLIENT_ID })
const dynamo = dynamoClient()
const sqs = sqsClient()
const pgpKeys = secretPgpKeys(environment.PGP_SECRET_ID)
const s3 = s3Client()
const [hashSecret, originSecret] = await Promise.all([
  loadSecret(environment.HASH_SECRET_ID),
  loadSecret(environment.ORIGIN_SECRET_ID),
])
const system = systemOf(hashSecret)

export const handler = behindFront(
  originSecret,
  createConnect(
    {
      control: dynamoControlStore({ client: dynamo, table: environment.CONTROL_TABLE }),
      records: dynamoRecordStore({
        client: dynamo,
        table: environment.RECORDS_TABLE,
        now: system.clock,
        random: system.random,
      }),
      sftpUsers: transferUsers({
        client: transferClient(),
        serverId: environment.SFTP_SERVER_ID,
        bucket: environment.LANDING_BUCKET,
        roleArn: environment.SFTP_USER_ROLE_ARN,
      }),
      archive: s3FileStore({ client: s3, bucket: environment.ARCHIVE_BUCKET }),
      decode: decoder(pgpKeys),
      pgpKeys,
      sampleUploads: s3Uploads({ client: s3, bucket: environment.ARCHIVE_BUCKET }),
      landingUploads: s3Uploads({ client: s3, bucket: environment.LANDING_BUCKET }),
      syncQueue: sqsQueue({ client: sqs, url: environment.SYNC_QUEUE_URL }),
      webhookQueue: sqsQueue({ client: sqs, url: environment.WEBHOOK_QUEUE_URL }),
      system,
      usage: dynamoUsageCounter({ client: dynamo, table: environment.CONTROL_TABLE }),
      requestsPerMinute: Number(environment.REQUESTS_PER_MINUTE),
      ...(verify ? { signIn: { verify, firstAdmin: environment.FIRST_ADMIN } } : {}),
      sftp: {
        host: environment.SFTP_HOST,
        port: Number(environment.SFTP_PORT),
        hostKeys: partsOf(environment.SFTP_HOST_KEYS, '\n'),
        addresses: partsOf(environment.SFTP_ADDRESSES, ','),
      },
    },
    meteredLog(environment.METRICS_NAMESPACE),
  ),
)
