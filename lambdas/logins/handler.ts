import { functionEnvironments } from '#core/deployment/environment.ts'
import { dynamoClient, sqsClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { keyFingerprint } from '../runtime/fingerprint.ts'
import { stdoutLog } from '../runtime/log.ts'
import { loginsHandler } from './logins-handler.ts'

const environment = parseEnvironment(functionEnvironments.logins, process.env)

export const handler = loginsHandler({
  control: dynamoControlStore({ client: dynamoClient(), table: environment.CONTROL_TABLE }),
  webhookQueue: sqsQueue({ client: sqsClient(), url: environment.WEBHOOK_QUEUE_URL }),
  fingerprint: keyFingerprint,
  log: stdoutLog,
})
