// Receives files and syncs them as the product does, in a process of its own that may be killed at any moment.
import { appendFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as delay } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { queues } from '#core/deployment/queues.ts'
import type { Queue } from '#core/ports/queue.ts'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { fileScratch } from '../../lambdas/adapters/file-scratch.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { receiveHandler } from '../../lambdas/receive/receive-handler.ts'
import { errorFields } from '../../lambdas/runtime/error-fields.ts'
import { jsonLog, type Log } from '../../lambdas/runtime/log.ts'
import { contentHash, keyedHash, random } from '../../lambdas/runtime/system.ts'
import { chunkLimits } from '../../lambdas/sync/chunks/limits.ts'
import { syncHandler } from '../../lambdas/sync/sync-handler.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import { laptopAccess } from '../../local/dynamodb/start-dynamo.ts'
import { startPump } from '../../local/pump.ts'
import { movableClock } from './clock.ts'
import { folders, hashSecret } from './folders.ts'
import { createDisk } from './full-disk.ts'
import { createGate } from './gate.ts'
import type { Assignment, FromWorker, ToWorker } from './messages.ts'
import { type Strike, troubledPorts } from './troubled-ports.ts'

const clock = movableClock()
const gate = createGate(clock.now)
const disk = await createDisk()
const say = (message: FromWorker): void => void process.send?.(message)
/** Longer than any lease. */
const stallMs = 70_000
/** What failed is tried again soon: queues go by the real time. */
const retrySeconds = 2
let calm = false

/** Does what the directive wants: the parent kills who is to die. */
const strike: Strike = async (directive, name) => {
  const { kind, moment, freeBytes } = directive
  say({ kind: 'reached', directive, name })
  if (kind === 'die' && moment !== 'during') await new Promise(() => undefined)
  if (kind === 'stall') await gate.sleepUntil(clock.now() + stallMs)
  if (kind === 'fail') throw Object.assign(new Error('The connection broke.'), { code: 'ECONNRESET' })
  if (kind === 'full') disk.fill(freeBytes)
}

const logTo = (path: string): Log => jsonLog((line) => appendFileSync(path, line))

const work = ({ folder, endpoint, tables, directives }: Assignment): void => {
  const client = new DynamoDBClient({ ...laptopAccess, endpoint, maxAttempts: 4 })
  const trouble = troubledPorts(directives, strike, () => calm)
  const { files, queueFolder, logFile } = folders(folder)
  const open = (name: keyof typeof queues): Queue =>
    gate.behind(trouble.queue(name, openDiskQueue(queueFolder, { ...queues[name], name })))
  const landing = open('landing')
  const sync = open('sync')
  const webhookQueue = open('webhook')
  const shared = {
    control: trouble.control(dynamoControlStore({ client, table: tables.control })),
    archive: trouble.archive(diskFileStore(files, 'archive')),
    contentHash,
    now: clock.now,
    log: logTo(logFile),
    wait: (milliseconds: number) => gate.sleepUntil(clock.now() + milliseconds),
  }
  const records = dynamoRecordStore({ client, table: tables.records, now: clock.now, random })
  const syncPorts = {
    ...shared,
    decode: decodeWithoutKeys,
    records: trouble.records(records),
    syncQueue: sync,
    webhookQueue,
    openScratch: fileScratch,
    keyedHash: keyedHash(hashSecret),
    // The larger files of a customer are told in pieces, those of the undisturbed run are not.
    chunkLimits: { ...chunkLimits, large: 1_000, piece: 500, here: 1 },
  }
  const receive = receiveHandler({ ...shared, landingQueue: landing, syncQueue: sync, webhookQueue }, retrySeconds)
  const onFault = (error: unknown) => shared.log('QUEUE_FAILED', errorFields(error))
  startPump({ onFault, queue: landing, handler: gate.watched(receive), batchSize: 1, workers: 2, timeoutSeconds: 120 })
  startPump({
    onFault,
    queue: sync,
    handler: gate.watched(syncHandler(syncPorts, retrySeconds)),
    batchSize: 1,
    workers: 1,
    timeoutSeconds: 900,
  })
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'park') {
    const parked = gate.park()
    const { number } = message
    say(parked ? { kind: 'parked', number, wakeAt: parked.wakeAt } : { kind: 'busy', number })
    return
  }
  if (message.kind === 'start') {
    clock.set(message.assignment.offset)
    work(message.assignment)
    return
  }
  if (message.kind === 'calm') {
    calm = message.calm
    return
  }
  clock.set(message.offset)
  gate.open()
})
// The parent's end is this one's end.
process.once('disconnect', () => process.exit())

await delay(0)
// Whoever is killed leaves nothing for the next.
flushCompileCache()
say({ kind: 'ready' })
