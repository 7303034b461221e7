import { functionEnvironments } from '#core/deployment/environment.ts'
import { dynamoClient, sqsClient } from '../adapters/clients.ts'
import { dynamoControlStore } from '../adapters/dynamo-control-store.ts'
import { loadSecret } from '../adapters/secret-text.ts'
import { sesMailer } from '../adapters/ses-mailer.ts'
import { sqsQueue } from '../adapters/sqs-queue.ts'
import { webhookPost } from '../adapters/webhook-post.ts'
import { parseEnvironment } from '../runtime/environment.ts'
import { meteredLog } from '../runtime/log.ts'
import { systemOf } from '../runtime/system.ts'
import { deliverHandler } from './deliver-handler.ts'

const environment = parseEnvironment(functionEnvironments.deliver, process.env)

export const handler = deliverHandler({
  control: dynamoControlStore({ client: dynamoClient(), table: environment.CONTROL_TABLE }),
  webhookQueue: sqsQueue({ client: sqsClient(), url: environment.WEBHOOK_QUEUE_URL }),
  post: webhookPost({ allowsLocal: false }),
  system: systemOf(await loadSecret(environment.HASH_SECRET_ID)),
  publicUrl: environment.PUBLIC_URL,
  dashboardUrl: environment.DASHBOARD_URL,
  mailer: sesMailer(environment.MAIL_FROM),
  log: meteredLog(environment.METRICS_NAMESPACE),
})
