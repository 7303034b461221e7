import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import type { FunctionName } from '#core/deployment/environment.ts'
import { receiveTimeoutSeconds, syncTimeoutSeconds } from '#core/deployment/queues.ts'
import type { Access } from './access.ts'
import { Buckets } from './buckets.ts'
import { DataKey } from './data-key.ts'
import { EveryMinute } from './every-minute.ts'
import { HashSecret } from './hash-secret.ts'
import { RestService } from './rest-service.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'
import { SftpServer } from './sftp-server.ts'
import { Tables } from './tables.ts'
import { WorkQueue } from './work-queue.ts'

/** Those that stay at work after the deployment. */
type ProductFunction = Exclude<FunctionName, 'host-keys'>

/** Seconds and MB. The gateway hangs up after 29 s; housekeeping ends before its next call. */
const sizes = {
  receive: { timeout: receiveTimeoutSeconds, memorySize: 512 },
  sync: { timeout: syncTimeoutSeconds, memorySize: 1769 },
  api: { timeout: 29, memorySize: 1024 },
  connect: { timeout: 29, memorySize: 512 },
  housekeeping: { timeout: 55, memorySize: 512 },
} as const satisfies Readonly<Record<ProductFunction, { readonly timeout: number; readonly memorySize: number }>>

/** HR system -> SFTP -> landing -> receive -> sync -> records -> api. What a function may do stands beside it. */
export class RosterportStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      description: 'Rosterport: HR files come in by SFTP, a unified HRIS API serves the people in them',
      terminationProtection: settings.removalPolicy === 'retain',
    })
    const key = new DataKey(this, 'DataKey', settings)
    const common = { settings, key }
    const tables = new Tables(this, 'Tables', common)
    const hashing = new HashSecret(this, 'Hashing', settings)
    const landingQueue = new WorkQueue(this, 'LandingQueue', 'landing')
    const syncQueue = new WorkQueue(this, 'SyncQueue', 'sync')
    const buckets = new Buckets(this, 'Buckets', { ...common, landingQueue })
    const sftp = new SftpServer(this, 'Sftp', { ...common, landing: buckets.landing })
    const rest = new RestService(this, 'Rest', common)

    const control = tables.changeControl()
    const define = (name: ProductFunction, access: readonly Access[]): ServiceFunction =>
      new ServiceFunction(this, name, {
        ...common,
        name,
        timeout: Duration.seconds(sizes[name].timeout),
        memorySize: sizes[name].memorySize,
        access: [control, ...access],
      })
    const receive = define('receive', [buckets.takeFromLanding(), buckets.putToArchive(), syncQueue.send()])
    const sync = define('sync', [
      hashing.read(),
      tables.changeRecords(),
      buckets.readArchive(),
      buckets.putToArchive(),
      syncQueue.send(),
    ])
    const api = define('api', [
      hashing.read(),
      tables.readRecords(),
      buckets.readArchive(),
      syncQueue.send(),
      sftp.removeUsers(),
      rest.tellPublicUrl(),
    ])
    const connect = define('connect', [hashing.read(), sftp.manageUsers(), rest.tellPublicUrl()])
    const housekeeping = define('housekeeping', [buckets.cleanLanding(), landingQueue.send()])

    // Copying is quick and the bucket's events are bursts: ten at a time leave the account's concurrency to the API.
    landingQueue.deliverTo(receive, { batchSize: 10, maxConcurrency: 10 })
    // One message at a time, so that a failing sync holds up nobody else; twenty syncs stay under a new table's write limit.
    syncQueue.deliverTo(sync, { batchSize: 1, maxConcurrency: 20 })
    rest.serve({ api, connect })
    new EveryMinute(this, 'HousekeepingSchedule', housekeeping)
    this.#tellWhatToDoNext(rest, sftp)
  }

  #tellWhatToDoNext(rest: RestService, sftp: SftpServer): void {
    new CfnOutput(this, 'ApiUrl', { value: rest.publicUrl, description: 'ROSTERPORT_URL for the CLI and your app' })
    new CfnOutput(this, 'SftpHost', {
      value: sftp.host,
      description: 'What customers enter in their HR system, port 22',
    })
    new CfnOutput(this, 'SftpServerId', { value: sftp.serverId, description: 'For the console and the AWS CLI' })
  }
}
