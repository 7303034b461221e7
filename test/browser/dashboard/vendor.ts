import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { createApiKey } from '#core/control/api-keys.ts'
import { queryDocuments, readDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationKey, syncPartition } from '#core/control/keys.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { queues } from '#core/deployment/queues.ts'
import { uploadEventMessage } from '#core/files/upload-event.ts'
import type { System } from '#core/ports/system.ts'
import { connect } from '../../../cli/connect.ts'
import { systemOf } from '../../../lambdas/runtime/system.ts'
import { diskFileStore } from '../../../local/adapters/disk-file-store.ts'
import { openDiskQueue } from '../../../local/adapters/disk-queue.ts'
import { diskSftpUsers } from '../../../local/adapters/disk-sftp-users.ts'
import { openMetricsTable } from '../../../local/adapters/metrics-table.ts'
import { startFronts } from '../../../local/fronts.ts'
import { countingLog } from '../../../local/metered.ts'
import { notify } from '../../../local/notify.ts'
import { localPgpKeys } from '../../../local/pgp-keys.ts'
import { openPlace } from '../../../local/place.ts'
import { readSettings } from '../../../local/settings.ts'
import { newEd25519Pair } from '../../../local/sftp/ed25519.ts'
import type { Stores } from '../../../local/stores.ts'
import { startWorkers } from '../../../local/workers.ts'
import { memoryControlStore } from '../../fakes/memory-control-store.ts'
import { memoryRecordStore } from '../../fakes/memory-record-store.ts'
import { memoryUsageCounter } from '../../fakes/memory-usage-counter.ts'

const openStores = (folder: string, clock: () => number): Stores => {
  const control = memoryControlStore()
  const opened = (name: keyof typeof queues) => openDiskQueue(join(folder, 'queues'), { ...queues[name], name })
  const [landingQueue, syncQueue, webhookQueue] = [opened('landing'), opened('sync'), opened('webhook')]
  const metrics = openMetricsTable(':memory:', clock)
  return {
    control,
    records: memoryRecordStore(clock),
    usage: memoryUsageCounter(),
    landing: diskFileStore(folder, 'landing'),
    archive: diskFileStore(folder, 'archive'),
    ...{ landingQueue, syncQueue, webhookQueue, metrics },
    sftpUsers: diskSftpUsers(join(folder, 'users')),
    pgpKeys: localPgpKeys(folder),
    close: async () => {
      for (const queue of [landingQueue, syncQueue, webhookQueue]) queue.close()
    },
  }
}

const sftp = { host: '127.0.0.1', port: 2222, hostKeys: [], addresses: [] }

const LinkSchema = v.object({ data: v.object({ link: v.string() }) })
const lookEveryMs = 20
/** What waits for other parts of the product waits so much shorter. */
const waitsFaster = 25

/**
 * A whole deployment in this process, with tables in memory, and a clock that can be turned: the functions, queues, addresses and
 * the sign-in are those of `npm start`. Files arrive as the SFTP server hands them over.
 */
export const openVendor = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-vendor-'))
  let shift = 0
  const clock = () => Date.now() + shift
  const system: System = { ...systemOf('the secret of these tests'), clock }
  const stores = openStores(folder, clock)
  const log = countingLog(() => undefined, stores.metrics.add)
  const settings = readSettings({
    PORT: '0',
    ROSTERPORT_DATA: folder,
    ROSTERPORT_LOCAL_WEBHOOKS: 'true',
    ROSTERPORT_REQUESTS_PER_MINUTE: '1000000',
  })
  const place = await openPlace(settings)
  const workers = startWorkers(place, stores, system, log, { wait: (ms) => delay(ms / waitsFaster) })
  const fronts = await startFronts(place, stores, system, sftp, log)
  const apiKey = await createApiKey({ control: stores.control, system }, 'tests')

  /** Asks the API, as the vendor's app does. */
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(place.publicUrl + path, {
      method,
      headers: { authorization: `Bearer ${apiKey}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.json()
  }

  const link = async (organization: string, options: object = {}): Promise<string> => {
    const wish = { integration_tool: 'sftp', end_user_email: 'hr@example.com', ...options }
    const made = await call('POST', '/v1/connect/create-link', { ...wish, end_user_organization_name: organization })
    return v.parse(LinkSchema, made).data.link
  }

  /** How many files have arrived, and whether something is under way. */
  const stateOf = async (id: string): Promise<{ readonly files: number; readonly isBusy: boolean }> => {
    const files = (await queryDocuments(stores.control, filePartition(id), ExportFileSchema)).values
    const syncs = (await queryDocuments(stores.control, syncPartition(id), SyncSchema)).values
    const isBusy =
      files.some(({ state }) => state === 'RECEIVED' || state === 'ARCHIVED') ||
      syncs.some(({ state }) => state === 'QUEUED' || state === 'RUNNING')
    return { files: files.length, isBusy }
  }

  /** A customer who has gone through the connection flow. */
  const connected = async (organization: string, options: object = {}) => {
    const { integration_id: id } = await connect(await link(organization, options), newEd25519Pair().public)
    const base = `/manage/integrations/${encodeURIComponent(id)}`
    /** Waits until so many files have arrived, and nothing is under way any more. */
    const settle = async (files = 0): Promise<void> => {
      for (;;) {
        const state = await stateOf(id)
        if (state.files >= files && !state.isBusy) return
        await delay(lookEveryMs)
      }
    }
    /** Puts a file into the customer's folder, and waits until it is judged. */
    const deliver = async (name: string, content: string | Uint8Array): Promise<void> => {
      const before = await stateOf(id)
      const integration = await readDocument(stores.control, integrationKey(id), IntegrationSchema)
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const { landing, landingQueue } = stores
      const stored = await landing.put(`${integration?.sftpUser}/${name}`, bytes)
      await notify(stores, stored)
      const { key, etag, size } = stored
      const end = { bucket: landing.bucket, key, etag, size, endedAt: clock(), outcome: 'completed' } as const
      await landingQueue.send({ body: uploadEventMessage(end) })
      await settle(before.files + 1)
    }
    return { id, organization, base, deliver, settle }
  }

  return {
    url: place.publicUrl,
    dashboardUrl: place.dashboardUrl,
    issuer: place.openId.issuer,
    call,
    link,
    connected,
    control: stores.control,
    /** Everything that happens from now on happens so much later, milliseconds; less than nothing is earlier. */
    turnClock: (ms: number): void => {
      shift += ms
    },
    /** What is done every minute. */
    housekeep: workers.housekeep,
    close: async (): Promise<void> => {
      await fronts.close()
      await place.close()
      await workers.stop()
      await stores.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Vendor = Awaited<ReturnType<typeof openVendor>>
export type VendorsCustomer = Awaited<ReturnType<Vendor['connected']>>
