import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { CfnOutput, Duration, Size, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { docsAssets } from '#core/deployment/docs-assets.ts'
import type { FunctionName } from '#core/deployment/environment.ts'
import { pageBundle } from '#core/deployment/page-bundle.ts'
import { deliverTimeoutSeconds, receiveTimeoutSeconds, syncTimeoutSeconds } from '#core/deployment/queues.ts'
import type { Access } from './access.ts'
import { Buckets } from './buckets.ts'
import { DataKey } from './data-key.ts'
import { EventAlarm } from './event-alarm.ts'
import { EveryMinute } from './every-minute.ts'
import { HashSecret } from './hash-secret.ts'
import { LogSubscription } from './log-subscription.ts'
import { sendMails } from './mail.ts'
import { emitMetrics, readMetrics } from './metrics.ts'
import { PgpKeys } from './pgp-keys.ts'
import { RestService } from './rest-service.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'
import { SftpServer } from './sftp-server.ts'
import { tellSignIn } from './sign-in.ts'
import { Tables } from './tables.ts'
import { UploadEvents } from './upload-events.ts'
import { WorkQueue } from './work-queue.ts'

/** Those that stay at work after the deployment. */
type ProductFunction = Exclude<FunctionName, 'host-keys' | 'pgp-keys'>

/**
 * Seconds and MB. The gateway hangs up after 29 s; housekeeping ends before its next call. A sync holds some 200 bytes for each row
 * in memory and 1 kB in temporary files (bench/RESULTS.md); 3,008 MB is the most that a new account grants, and brings CPU.
 */
const sizes = {
  receive: { timeout: receiveTimeoutSeconds, memorySize: 512 },
  sync: { timeout: syncTimeoutSeconds, memorySize: 3008 },
  api: { timeout: 29, memorySize: 1024 },
  connect: { timeout: 29, memorySize: 512 },
  deliver: { timeout: deliverTimeoutSeconds, memorySize: 512 },
  housekeeping: { timeout: 55, memorySize: 512 },
  logins: { timeout: 60, memorySize: 512 },
  docs: { timeout: 10, memorySize: 512 },
  pages: { timeout: 10, memorySize: 512 },
} as const satisfies Readonly<Record<ProductFunction, { readonly timeout: number; readonly memorySize: number }>>

type Common = { readonly settings: Settings; readonly key: DataKey }

/** Everything that keeps something or talks to the world. */
const createParts = (scope: Construct, common: Common) => {
  const landingQueue = new WorkQueue(scope, 'LandingQueue', 'landing')
  const syncQueue = new WorkQueue(scope, 'SyncQueue', 'sync')
  const webhookQueue = new WorkQueue(scope, 'WebhookQueue', 'webhook')
  const buckets = new Buckets(scope, 'Buckets', { ...common, landingQueue })
  return {
    landingQueue,
    syncQueue,
    webhookQueue,
    buckets,
    sftp: new SftpServer(scope, 'Sftp', { ...common, landing: buckets.landing }),
    tables: new Tables(scope, 'Tables', common),
    hashing: new HashSecret(scope, 'Hashing', common.settings),
    pgp: new PgpKeys(scope, 'Pgp', common),
    rest: new RestService(scope, 'Rest', common),
    signIn: tellSignIn(common.settings),
    mail: sendMails(scope, common.settings),
    measured: emitMetrics(common.settings),
  }
}

type Parts = ReturnType<typeof createParts>

const accessOfApi = (parts: Parts): readonly Access[] => {
  const { tables, buckets, hashing, pgp, sftp, syncQueue, webhookQueue, rest, signIn, measured } = parts
  return [
    measured,
    readMetrics(),
    tables.control('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    tables.records('BatchGetItem', 'Query'),
    buckets.readArchive(),
    hashing.read(),
    pgp.read(),
    syncQueue.send(),
    webhookQueue.send(),
    sftp.removeUsers(),
    rest.tellPublicUrl(),
    rest.tellRateLimit(),
    signIn,
  ]
}

const accessOfConnect = (parts: Parts): readonly Access[] => {
  const { tables, buckets, hashing, pgp, sftp, syncQueue, webhookQueue, rest, signIn, measured } = parts
  return [
    measured,
    tables.control('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    tables.records('BatchGetItem'),
    buckets.readArchive(),
    buckets.signUploads(),
    hashing.read(),
    pgp.read(),
    sftp.manageUsers(),
    sftp.removeUsers(),
    syncQueue.send(),
    webhookQueue.send(),
    rest.tellRateLimit(),
    signIn,
  ]
}

const accessOfDeliver = ({ tables, hashing, webhookQueue, rest, mail, measured }: Parts): readonly Access[] => [
  measured,
  tables.control('GetItem', 'PutItem', 'Query'),
  hashing.read(),
  webhookQueue.send(),
  webhookQueue.postpone(),
  rest.tellPublicUrl(),
  mail,
]

/** Each function beside everything that it may do. */
const accessOf = (parts: Parts) => {
  const { tables, buckets, hashing, pgp, landingQueue, syncQueue, webhookQueue, measured } = parts
  return {
    receive: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      buckets.takeFromLanding(),
      buckets.putToArchive(),
      landingQueue.postpone(),
      syncQueue.send(),
      webhookQueue.send(),
    ],
    sync: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      tables.records('BatchGetItem', 'BatchWriteItem', 'Query'),
      buckets.readArchive(),
      buckets.putToArchive(),
      buckets.removeFromArchive(),
      buckets.putResults(),
      hashing.read(),
      pgp.read(),
      syncQueue.send(),
      syncQueue.postpone(),
      webhookQueue.send(),
    ],
    api: accessOfApi(parts),
    connect: accessOfConnect(parts),
    deliver: accessOfDeliver(parts),
    housekeeping: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      buckets.cleanLanding(),
      landingQueue.send(),
      syncQueue.send(),
      webhookQueue.send(),
    ],
    logins: [tables.control('GetItem', 'PutItem', 'Query'), webhookQueue.send()],
    docs: [],
    pages: [tables.control('GetItem'), buckets.tellUploadOrigins()],
  } satisfies Readonly<Record<ProductFunction, readonly Access[]>>
}

const rendererFiles = (): readonly string[] =>
  docsAssets.files.map((name) => createRequire(import.meta.url).resolve(`${docsAssets.package}/${name}`))

/** What the bundle of a function has beside its handler. */
const filesOf = (name: ProductFunction): readonly string[] => {
  if (name === 'docs') return rendererFiles()
  return name === 'pages' ? [fileURLToPath(new URL(`../web/${pageBundle.folder}`, import.meta.url))] : []
}

/** HR system -> SFTP -> landing -> receive -> sync -> records -> api. */
export class RosterportStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Rosterport: HR files come in by SFTP, a unified HRIS API serves the people in them',
      terminationProtection: settings.removalPolicy === 'retain',
    })
    const common = { settings, key: new DataKey(this, 'DataKey', settings) }
    const parts = createParts(this, common)
    const access = accessOf(parts)
    const define = (name: ProductFunction): ServiceFunction => {
      const { timeout, memorySize } = sizes[name]
      return new ServiceFunction(this, name, {
        ...common,
        name,
        memorySize,
        // The most there is, for the first load of millions of rows; it costs little, and only while a sync runs.
        ...(name === 'sync' ? { storage: Size.gibibytes(10) } : {}),
        timeout: Duration.seconds(timeout),
        access: access[name],
        files: filesOf(name),
      })
    }

    // Uploads come in bursts and copying is quick: ten at a time leave the account's concurrency to the API.
    parts.landingQueue.deliverTo(define('receive'), { batchSize: 10, maxConcurrency: 10 })
    // One message at a time, so that a failing sync holds up nobody else; twenty syncs fit a new table's 4,000 writes a second.
    parts.syncQueue.deliverTo(define('sync'), { batchSize: 1, maxConcurrency: 20 })
    // One at a time, so that an endpoint that does not answer holds up no other; most of the time is spent waiting for answers.
    parts.webhookQueue.deliverTo(define('deliver'), { batchSize: 1, maxConcurrency: 50 })
    parts.rest.serve({ api: define('api'), connect: define('connect'), docs: define('docs'), pages: define('pages') })
    new EveryMinute(this, 'HousekeepingSchedule', define('housekeeping'))
    new EventAlarm(this, 'FileLate', {
      settings,
      metric: 'LateFiles',
      description: 'A file that a customer usually sends has not come: docs/runbook.md says what to do.',
    })
    new EventAlarm(this, 'GuardHeld', {
      settings,
      metric: 'GuardTrips',
      description: 'A file of a customer was held, or would remove many people: docs/runbook.md says what to do.',
    })
    new UploadEvents(this, 'Uploads', parts)
    new LogSubscription(this, 'Attempts', { logGroup: parts.sftp.logs, target: define('logins') })
    tellWhatToDoNext(this, parts)
  }
}

const tellWhatToDoNext = (stack: Stack, { rest, sftp, tables, hashing }: Parts): void => {
  const { CONTROL_TABLE } = tables.control('PutItem').environment
  const { HASH_SECRET_ID } = hashing.read().environment
  new CfnOutput(stack, 'ApiUrl', { value: rest.publicUrl, description: 'ROSTERPORT_URL for the CLI and your app' })
  new CfnOutput(stack, 'SftpHost', { value: sftp.host, description: 'What customers enter in their HR system' })
  new CfnOutput(stack, 'FirstApiKey', {
    value: `npm run -s cli -- api-key create --table ${CONTROL_TABLE} --secret ${HASH_SECRET_ID}`,
    description: 'Run once: prints ROSTERPORT_API_KEY, which is kept nowhere',
  })
  new CfnOutput(stack, 'SftpServerId', { value: sftp.serverId, description: 'For the console and the AWS CLI' })
}
