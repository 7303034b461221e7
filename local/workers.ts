import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { deliverTimeoutSeconds, receiveTimeoutSeconds, retrySeconds } from '#core/deployment/queues.ts'
import type { System } from '#core/ports/system.ts'
import { fileScratch } from '../lambdas/adapters/file-scratch.ts'
import { webhookPost } from '../lambdas/adapters/webhook-post.ts'
import { decoder } from '../lambdas/decode/decode.ts'
import { deliverHandler } from '../lambdas/deliver/deliver-handler.ts'
import { createHousekeeping } from '../lambdas/housekeeping/housekeeping.ts'
import { receiveHandler } from '../lambdas/receive/receive-handler.ts'
import { errorFields } from '../lambdas/runtime/error-fields.ts'
import type { Log } from '../lambdas/runtime/log.ts'
import { contentHash } from '../lambdas/runtime/system.ts'
import { createChunkWork } from '../lambdas/sync/chunks/work-chunk.ts'
import { syncHandler } from '../lambdas/sync/sync-handler.ts'
import { fileMailer } from './adapters/file-mailer.ts'
import { type ChunkCrew, crewSize } from './chunk-crew.ts'
import type { Place } from './place.ts'
import { type Pump, type PumpOptions, startPump } from './pump.ts'
import type { Stores } from './stores.ts'

const housekeepingMs = 60_000

type Options = {
  /** Tells pieces of large files. */
  readonly crew?: ChunkCrew | undefined
  /** How what waits for other parts of the product does so. */
  readonly wait?: (ms: number) => Promise<void>
}

/** Does what comes of messages, and what is to be done every minute. `housekeep` does the latter at once. */
export const startWorkers = (place: Place, stores: Stores, system: System, log: Log, options: Options = {}) => {
  const { crew, wait = (ms) => delay(ms) } = options
  const { control, records, archive, landing, landingQueue, syncQueue, webhookQueue } = stores
  const queuesOfFiles = { landingQueue, syncQueue, webhookQueue }
  const receive = receiveHandler({ control, archive, ...queuesOfFiles, contentHash, now: system.clock, wait, log })
  const syncPorts = {
    ...{ control, records, archive, folders: landing, decode: decoder(stores.pgpKeys), syncQueue, webhookQueue },
    ...{ openScratch: fileScratch, keyedHash: system.hash, contentHash, now: system.clock, wait, log },
  }
  const sync = syncHandler(syncPorts, retrySeconds, createChunkWork(syncPorts, crew?.tell))
  const syncWorkers = 2 + (crew ? crewSize : 0)
  const post = webhookPost({ allowsLocal: place.allowsLocalWebhooks })
  const { publicUrl, dashboardUrl } = place
  const mailer = fileMailer(join(place.dataFolder, 'mail'))
  const deliver = deliverHandler({ control, webhookQueue, post, system, mailer, publicUrl, dashboardUrl, log })
  const housekeeping = createHousekeeping({ control, landing, ...queuesOfFiles, now: system.clock, log })
  const onFault = (error: unknown) => log('QUEUE_FAILED', errorFields(error))
  const pump = (options: Omit<PumpOptions, 'onFault'>): Pump => startPump({ ...options, onFault })
  const pumps = [
    pump({ queue: landingQueue, handler: receive, batchSize: 10, workers: 2, timeoutSeconds: receiveTimeoutSeconds }),
    pump({ queue: syncQueue, handler: sync, batchSize: 1, workers: syncWorkers, timeoutSeconds: place.syncSeconds }),
    pump({ queue: webhookQueue, handler: deliver, batchSize: 1, workers: 8, timeoutSeconds: deliverTimeoutSeconds }),
  ]
  const housekeep = () => housekeeping().catch((error: unknown) => log('HOUSEKEEPING_FAILED', errorFields(error)))
  const timer = setInterval(housekeep, housekeepingMs)
  return {
    housekeep,
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await Promise.all(pumps.map((pump) => pump.stop()))
      await crew?.close()
    },
  }
}
