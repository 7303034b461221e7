import * as v from 'valibot'
import type { HeldDecision } from '#core/control/held-decision.ts'
import { sendSync } from '#core/control/queue-sync.ts'
import { newSync } from '#core/control/sync.ts'
import { SyncMessageSchema } from '#core/deployment/queues.ts'
import type { LandedObject } from '#core/files/landing.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import { createSync } from '../../lambdas/sync/sync.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { connectCustomer } from './customer.ts'
import { decideOnHeld } from './decide.ts'
import type { Upload } from './export-file.ts'
import { hashSecret } from './folders.ts'
import { type Phase, type Scenario, scenarioStart } from './scenario.ts'
import { openStores, type StorePlace, type Stores } from './stores.ts'
import { lander } from './upload.ts'

const invocationMs = 900_000

/** Receives and syncs in this process, one message after the other. */
const createOffice = ({ control, archive, records }: Stores, now: () => number) => {
  const queue: QueueMessage[] = []
  const syncQueue = {
    send: async (message: QueueMessage) => void queue.push(message),
    changeVisibility: async () => undefined,
  }
  const webhookQueue = { send: async () => undefined }
  const wait = async (): Promise<void> => {
    throw new Error('Nobody else holds the lease.')
  }
  const shared = { control, archive, contentHash, now, log: () => undefined }
  const sync = createSync({
    ...shared,
    decode: decodeWithoutKeys,
    records,
    syncQueue,
    webhookQueue,
    keyedHash: keyedHash(hashSecret),
    openScratch: memoryScratch,
    wait,
  })
  return {
    decide: (integrationId: string, decision: HeldDecision['decision']) =>
      decideOnHeld({ control, archive, records, syncQueue, now }, integrationId, decision),
    receive: (landed: LandedObject) => receiveObject({ ...shared, syncQueue, webhookQueue }, landed),
    force: (integrationId: string, id: string) =>
      sendSync({ control, syncQueue }, newSync({ id, integrationId, reason: 'forced', queuedAt: now() })),
    syncAll: async (): Promise<void> => {
      for (const { body } of queue.splice(0))
        await sync(v.parse(SyncMessageSchema, JSON.parse(body)), now() + invocationMs)
    },
  }
}

/** The notified files of a phase in the order in which they were uploaded, each once. */
const inOrder = ({ notified, corrected }: Phase): readonly Upload[] =>
  [...new Set([...notified, ...corrected])].sort((a, b) => a.eventTime - b.eventTime)

/** Handles a scenario with nothing in the way, and leaves the result in the stores that it answers. */
export const runUndisturbed = async (
  { phases }: Scenario,
  integrationId: string,
  place: Omit<StorePlace, 'now'>,
): Promise<Stores> => {
  let time = scenarioStart
  const now = () => time
  // Nobody dies here, so what a database would keep of the documents need not be paid for.
  const stores = { ...(await openStores({ ...place, now })), control: memoryControlStore() }
  await connectCustomer(stores.control, integrationId)
  const office = createOffice(stores, now)
  const land = lander(stores.landing, integrationId)
  const landed = new Map<Upload, LandedObject>()
  for (const [index, phase] of phases.entries()) {
    time += 86_400_000
    if (phase.decided) await office.decide(integrationId, phase.decided)
    for (const upload of phase.uploads) landed.set(upload, await land(upload))
    for (const upload of inOrder(phase)) {
      const object = landed.get(upload)
      if (object) await office.receive(object)
      await office.syncAll()
    }
    if (phase.forced) await office.force(integrationId, `forced-${index}`)
    await office.syncAll()
  }
  return stores
}
