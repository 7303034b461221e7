import { join } from 'node:path'
import { queues } from '#core/deployment/queues.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import type { Queue } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import type { UsageCounter } from '#core/ports/usage-counter.ts'
import { dynamoClient } from '../lambdas/adapters/clients.ts'
import { dynamoControlStore } from '../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../lambdas/adapters/dynamo-record-store.ts'
import { dynamoUsageCounter } from '../lambdas/adapters/dynamo-usage-counter.ts'
import { clock, random } from '../lambdas/runtime/system.ts'
import { diskFileStore } from './adapters/disk-file-store.ts'
import { openDiskQueue } from './adapters/disk-queue.ts'
import { diskSftpUsers } from './adapters/disk-sftp-users.ts'
import { type MetricsTable, openMetricsTable } from './adapters/metrics-table.ts'
import { awsAccess } from './aws-access.ts'
import { createTables } from './dynamodb/create-tables.ts'
import { laptopAccess, startDynamo } from './dynamodb/start-dynamo.ts'
import { countUnits } from './metered.ts'
import { localPgpKeys } from './pgp-keys.ts'
import type { Settings } from './settings.ts'

/** The two buckets and two tables, as the laptop calls them. */
export const names = {
  landing: 'rosterport-landing',
  archive: 'rosterport-archive',
  control: 'rosterport-control',
  records: 'rosterport-records',
} as const

export type Stores = {
  readonly control: ControlStore
  readonly records: RecordStore
  readonly usage: UsageCounter
  readonly metrics: MetricsTable
  readonly landing: FileStore
  readonly archive: FileStore
  readonly landingQueue: Queue
  readonly syncQueue: Queue
  readonly webhookQueue: Queue
  readonly sftpUsers: SftpUsers
  readonly pgpKeys: Pick<PgpKeyStore, 'load'>
  close(): Promise<void>
}

type Files = Pick<Stores, 'landing' | 'archive'>
type Queues = Pick<Stores, 'landingQueue' | 'syncQueue' | 'webhookQueue'> & { readonly closeQueues: () => void }

// Three SDK clients that a plain start does not need.
const awsStores = () => import('./aws-stores.ts')

export const filesFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'>): string => join(dataFolder, 'files')

const openFiles = async (settings: Settings): Promise<Files> => {
  const { s3 } = settings.endpoints
  if (s3) return (await awsStores()).awsFiles(s3, names)
  const root = filesFolder(settings)
  return { landing: diskFileStore(root, names.landing), archive: diskFileStore(root, names.archive) }
}

const openQueues = async ({ dataFolder, endpoints }: Settings): Promise<Queues> => {
  if (endpoints.sqs) return { ...(await (await awsStores()).awsQueues(endpoints.sqs)), closeQueues: () => undefined }
  const directory = join(dataFolder, 'queues')
  const landingQueue = openDiskQueue(directory, { ...queues.landing, name: 'landing' })
  const syncQueue = openDiskQueue(directory, { ...queues.sync, name: 'sync' })
  const webhookQueue = openDiskQueue(directory, { ...queues.webhook, name: 'webhook' })
  // What a killed process was working on need not wait for its visibility time-out: there is no other consumer.
  await Promise.all([landingQueue, syncQueue, webhookQueue].map((queue) => queue.releaseHeld()))
  return {
    landingQueue,
    syncQueue,
    webhookQueue,
    closeQueues: () => {
      landingQueue.close()
      syncQueue.close()
      webhookQueue.close()
    },
  }
}

const openTables = async ({ dataFolder, endpoints }: Settings, metrics: MetricsTable) => {
  const tables = { control: names.control, records: names.records }
  const running = endpoints.dynamodb
    ? undefined
    : await startDynamo({ path: join(dataFolder, 'dynamodb'), port: 0, tables })
  const access = running ? { ...laptopAccess, endpoint: running.endpoint } : awsAccess(endpoints.dynamodb ?? '')
  const client = dynamoClient(access)
  countUnits(client, metrics.add)
  if (!running) await createTables(client, tables)
  return {
    control: dynamoControlStore({ client, table: tables.control }),
    records: dynamoRecordStore({ client, table: tables.records, now: clock, random }),
    usage: dynamoUsageCounter({ client, table: tables.control }),
    closeTables: async () => {
      client.destroy()
      await running?.close()
    },
  }
}

/** Opens every store: on disk, or over the AWS adapter where an endpoint is set. */
export const openStores = async (settings: Settings): Promise<Stores> => {
  const metrics = openMetricsTable(join(settings.dataFolder, 'metrics.sqlite'), clock)
  const { control, records, usage, closeTables } = await openTables(settings, metrics)
  const files = await openFiles(settings)
  const { closeQueues, ...opened } = await openQueues(settings)
  const { transfer } = settings.endpoints
  const sftpUsers = transfer
    ? await (await awsStores()).awsSftpUsers(transfer, names.landing)
    : diskSftpUsers(join(settings.dataFolder, 'sftp-users'))
  return {
    control,
    records,
    usage,
    metrics,
    ...files,
    ...opened,
    sftpUsers,
    pgpKeys: localPgpKeys(settings.dataFolder),
    close: async () => {
      closeQueues()
      await closeTables()
      metrics.close()
    },
  }
}
