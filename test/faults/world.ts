import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { sendSync } from '#core/control/queue-sync.ts'
import { newSync } from '#core/control/sync.ts'
import { queues } from '#core/deployment/queues.ts'
import { type LandedObject, landingMessage } from '#core/files/landing.ts'
import type { Random } from '../../bench/data/random.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import type { Apps } from './apps.ts'
import { openAudience } from './audience.ts'
import { connectCustomer } from './customer.ts'
import { decideOnHeld } from './decide.ts'
import type { Upload } from './export-file.ts'
import { folders } from './folders.ts'
import { watchQueues } from './queue-depth.ts'
import { type Phase, scenarioStart } from './scenario.ts'
import { openStores, type StorePlace } from './stores.ts'
import { lander } from './upload.ts'
import type { FinishedSync } from './verify.ts'

const LineSchema = v.object({ event: v.string(), syncId: v.optional(v.string()), state: v.optional(v.string()) })

/** A clock ahead of the real one, or behind it. */
const createClock = () => {
  let offset = scenarioStart - Date.now()
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    pass: (ms: number): void => {
      offset += Math.max(0, Math.ceil(ms))
    },
  }
}

const linesOf = async (logFile: string): Promise<readonly string[]> =>
  (await readFile(logFile, 'utf8')).split('\n').filter((line) => line !== '')

const finishedSyncs = (lines: readonly string[]): readonly FinishedSync[] =>
  lines
    .map((line) => v.parse(LineSchema, JSON.parse(line)))
    .filter(({ event }) => event === 'SYNC_FINISHED')
    .map(({ syncId = '', state = '' }) => ({ syncId, state }))

/** One customer with all stores and queues in other processes than the workers', and the clock that they all share. */
export const openWorld = async (
  folder: string,
  integrationId: string,
  {
    apps,
    random,
    ...place
  }: Pick<StorePlace, 'endpoint' | 'tables'> & { readonly apps: Apps; readonly random: Random },
) => {
  const clock = createClock()
  const { files, queueFolder, logFile } = folders(folder)
  const stores = await openStores({ ...place, files, now: clock.now })
  await connectCustomer(stores.control, integrationId)
  const open = (name: keyof typeof queues) => openDiskQueue(queueFolder, { ...queues[name], name }, clock.now)
  const landing = open('landing')
  const sync = open('sync')
  const watch = watchQueues(queueFolder, ['landing', 'sync'])
  const webhooks = open('webhook')
  const audience = await openAudience({ stores, run: folder, integrationId, apps, webhooks, clock, random })
  const land = lander(stores.landing, integrationId)
  const landed = new Map<Upload, LandedObject>()

  const notify = async (uploads: readonly Upload[]): Promise<void> => {
    for (const upload of uploads) {
      const object = landed.get(upload)
      if (object) await landing.send({ body: landingMessage(object) })
    }
  }

  let decisions = 0
  const begin = async ({ uploads, notified, forced, decided }: Phase, name: string): Promise<void> => {
    for (const upload of uploads) landed.set(upload, await land(upload))
    await notify(notified)
    const { control } = stores
    if (decided && (await decideOnHeld({ ...stores, syncQueue: sync, now: clock.now }, integrationId, decided)))
      decisions += 1
    if (forced)
      await sendSync({ control, syncQueue: sync }, newSync({ id: name, integrationId, reason: 'forced', queuedAt: 0 }))
  }

  const keepHouse = async (): Promise<void> => {
    clock.pass(3 * 86_400_000)
    const { control } = stores
    const ports = {
      control,
      landing: stores.landing,
      landingQueue: landing,
      syncQueue: sync,
      webhookQueue: webhooks,
      now: clock.now,
      log: () => undefined,
    }
    await createHousekeeping(ports)()
  }

  return {
    stores,
    clock,
    watch,
    audience,
    begin,
    /** How often somebody was found to decide about. */
    decisions: () => decisions,
    notify,
    keepHouse,
    release: async (): Promise<void> => {
      await landing.releaseHeld()
      await sync.releaseHeld()
      await webhooks.releaseHeld()
    },
    deadLetters: async () => [...(await landing.deadLetters()), ...(await sync.deadLetters())],
    /** What the workers logged. */
    log: () => linesOf(logFile),
    finished: async () => finishedSyncs(await linesOf(logFile)),
    close: async (): Promise<void> => {
      await audience.close()
      watch.close()
      landing.close()
      sync.close()
      webhooks.close()
      stores.close()
    },
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
