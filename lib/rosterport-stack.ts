import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Duration, Size, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { docsAssets } from '#core/deployment/docs-assets.ts'
import { pageBundle } from '#core/deployment/page-bundle.ts'
import { deliverTimeoutSeconds, receiveTimeoutSeconds, syncTimeoutSeconds } from '#core/deployment/queues.ts'
import { Alarms } from './alarms.ts'
import { DataKey } from './data-key.ts'
import { EveryMinute } from './every-minute.ts'
import { Firewall } from './firewall.ts'
import { accessOf, type ProductFunction } from './function-access.ts'
import { LogSubscription } from './log-subscription.ts'
import { MalwareScan } from './malware-scan.ts'
import { OperationsBoard } from './operations-board.ts'
import { tellWhatToDoNext } from './outputs.ts'
import { createParts } from './parts.ts'
import { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'
import { UploadEvents } from './upload-events.ts'

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
    const functions = new Map<ProductFunction, ServiceFunction>()
    const define = (name: ProductFunction): ServiceFunction => {
      const { timeout, memorySize } = sizes[name]
      const defined = new ServiceFunction(this, name, {
        ...common,
        name,
        memorySize,
        // The most there is, for the first load of millions of rows; it costs little, and only while a sync runs.
        ...(name === 'sync' ? { storage: Size.gibibytes(10) } : {}),
        timeout: Duration.seconds(timeout),
        access: access[name],
        files: filesOf(name),
      })
      functions.set(name, defined)
      return defined
    }

    // Uploads come in bursts and copying is quick: ten at a time leave the account's concurrency to the API.
    parts.landingQueue.deliverTo(define('receive'), { batchSize: 10, maxConcurrency: 10 })
    // One message at a time, so that a failing sync holds up nobody else; twenty syncs fit a new table's 4,000 writes a second.
    parts.syncQueue.deliverTo(define('sync'), { batchSize: 1, maxConcurrency: 20 })
    // One at a time, so that an endpoint that does not answer holds up no other; most of the time is spent waiting for answers.
    parts.webhookQueue.deliverTo(define('deliver'), { batchSize: 1, maxConcurrency: 50 })
    parts.rest.serve({ api: define('api'), connect: define('connect'), docs: define('docs'), pages: define('pages') })
    if (settings.malwareProtection === 'on')
      new MalwareScan(this, 'Malware', { key: common.key, landing: parts.buckets.landing })
    if (settings.firewall === 'on') new Firewall(this, 'Firewall', { stage: parts.rest.stage, ...parts })
    new EveryMinute(this, 'HousekeepingSchedule', define('housekeeping'))
    new UploadEvents(this, 'Uploads', parts)
    new LogSubscription(this, 'Attempts', { logGroup: parts.sftp.logs, target: define('logins') })
    const alarms = new Alarms(this, 'Alarms', { settings, parts, functions })
    new OperationsBoard(this, 'Operations', { settings, alarms })
    tellWhatToDoNext(this, settings, parts)
  }
}
