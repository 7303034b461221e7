import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey, stateKey, syncKey } from '#core/control/keys.ts'
import { approveMapping, putMapping } from '#core/control/mapping-versions.ts'
import { emptyState, type Generation, IntegrationStateSchema } from '#core/control/state.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import type { RecordPosition, StoredRecord } from '#core/ports/record-store.ts'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { receiveObject } from '../../lambdas/receive/receive.ts'
import { contentHash, keyedHash, random } from '../../lambdas/runtime/system.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { createSync } from '../../lambdas/sync/sync.ts'
import { createUpkeep } from '../../lambdas/sync/upkeep.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { createTables } from '../../local/dynamodb/create-tables.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { memoryRecordStore } from '../fakes/memory-record-store.ts'
import { mappings } from './workplace-mappings.ts'

export const integrationId = 'sftp:111111111111111111111111'
const user = integrationId.slice('sftp:'.length)
const invocationMs = 900_000

export const integration: Integration = {
  id: integrationId,
  tool: 'sftp',
  category: 'HRIS',
  status: 'ACTIVE',
  endUser: { organizationName: 'Example', creatorEmail: null, originId: null },
  scopeConfigId: null,
  sftpUser: user,
  publicKeys: [],
  language: 'en',
  enableFiltering: false,
  enableFieldMapping: false,
  mappings: {
    employees: { approved: 1, latest: 1 },
    employments: { approved: 1, latest: 1 },
    absences: { approved: 1, latest: 1 },
    time_off_balances: { approved: 1, latest: 1 },
    timesheets: { approved: 1, latest: 1 },
    groups: { approved: 1, latest: 1 },
    legal_entities: { approved: 1, latest: 1 },
    locations: { approved: 1, latest: 1 },
    absence_types: { approved: 1, latest: 1 },
  },
  createdAt: 0,
  deletedAt: null,
}

let workplaces = 0
const roots: string[] = []
afterAll(async () => {
  await Promise.all(roots.map((root) => rm(root, { recursive: true, force: true })))
})

const tablesIn = async (client: DynamoDBClient, now: () => number) => {
  workplaces += 1
  const names = { control: `control-${workplaces}`, records: `records-${workplaces}` }
  await createTables(client, names)
  return {
    names,
    control: dynamoControlStore({ client, table: names.control }),
    records: dynamoRecordStore({ client, table: names.records, now, random }),
  }
}

/**
 * Every store of one deployment with one connected customer, and a clock that the test moves: real stores all. Without a client the tables lie in
 * memory, for tests that play hundreds of syncs: `test/contracts/` holds those to the same promises.
 */
export const openWorkplace = async (client?: DynamoDBClient) => {
  const root = await mkdtemp(join(tmpdir(), 'rosterport-sync-'))
  roots.push(root)
  let time = Date.UTC(2026, 0, 1)
  const now = () => time
  const { names, control, records } = client
    ? await tablesIn(client, now)
    : { names: undefined, control: memoryControlStore(), records: memoryRecordStore(now) }
  const landing = diskFileStore(root, 'landing')
  const archive = diskFileStore(root, 'archive')
  const sent: QueueMessage[] = []
  const syncQueue = {
    send: async (message: QueueMessage) => void sent.push(message),
    changeVisibility: async () => undefined,
  }
  const told: QueueMessage[] = []
  const webhookQueue = { send: async (message: QueueMessage) => void told.push(message) }
  const logged: string[] = []
  const ports: SyncPorts = {
    control,
    records,
    archive,
    decode: decodeWithoutKeys,
    syncQueue,
    webhookQueue,
    openScratch: memoryScratch,
    keyedHash: keyedHash('test'),
    contentHash,
    now,
    wait: async (milliseconds) => {
      time += milliseconds
    },
    log: (event, fields) => void logged.push(JSON.stringify([event, fields])),
  }
  await control.create(integrationKey(integrationId), integration)
  for (const mapping of Object.values(mappings)) {
    const { dataset } = mapping
    const version = { integrationId, dataset, version: 1, mapping, origin: 'put', createdAt: 0, approvedAt: 0 }
    await control.create(mappingKey(integrationId, dataset, 1), version)
  }

  const receivePorts = { control, archive, syncQueue, webhookQueue, contentHash, now, log: () => undefined }

  /** Uploads a file and hands it to `receive`; answers the message of its sync. Nobody has told yet how the upload ended. */
  const upload = async (name: string, csv: string | Uint8Array, eventTime?: number) => {
    time += 1_000
    const stored = await landing.put(`${user}/${name}`, typeof csv === 'string' ? new TextEncoder().encode(csv) : csv)
    const { key, versionId, etag, size } = stored
    const sequencer = String(time)
    const object = { bucket: 'landing', key, versionId, etag, size, eventTime: eventTime ?? time, sequencer }
    await receiveObject(receivePorts, object)
    const message: SyncMessage = JSON.parse(sent.at(-1)?.body ?? '')
    return { message, object }
  }

  /** The same, and tells that the upload went well. */
  const deliver = async (name: string, csv: string | Uint8Array, eventTime?: number): Promise<SyncMessage> => {
    const { message, object } = await upload(name, csv, eventTime)
    await noteUploadEnd(receivePorts, { ...object, endedAt: object.eventTime + 1, outcome: 'completed' })
    return message
  }

  const run = async (message: SyncMessage, on: SyncPorts = ports, lastsMs = invocationMs): Promise<Sync> => {
    time += 1_000
    await createSync(on)(message, time + lastsMs)
    const sync = await readDocument(control, syncKey(integrationId, message.syncId), SyncSchema)
    if (!sync) throw new Error('the sync has no document')
    return sync
  }

  /** Handles an upkeep message. */
  const upkeep = async (on: SyncPorts = ports, lastsMs = invocationMs): Promise<void> => {
    time += 1_000
    await createUpkeep(on)({ kind: 'upkeep', integrationId }, time + lastsMs)
  }

  /** Plans, manifests and reports, byte by byte. */
  const keptTexts = async (): Promise<readonly string[]> => {
    const names = await readdir(root, { recursive: true, withFileTypes: true })
    const kept = names.filter((each) => each.isFile() && /(plans|manifests|reports)/.test(each.parentPath))
    return Promise.all(kept.map(async ({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))
  }

  /** Makes a mapping the one that syncs use. */
  const approveAs = async (mapping: Mapping): Promise<void> => {
    const { dataset } = mapping
    const connected = await readDocument(control, integrationKey(integrationId), IntegrationSchema)
    const { version } = await putMapping(control, connected ?? integration, mapping, time)
    await approveMapping(control, { integrationId, dataset, version }, time)
  }

  const state = async () => (await readDocument(control, stateKey(integrationId), IntegrationStateSchema)) ?? emptyState

  /** Everything in one generation of a model. */
  const recordsIn = async (model: ModelId, { generation, shards }: Generation): Promise<readonly StoredRecord[]> => {
    const found: StoredRecord[] = []
    let at: RecordPosition | undefined
    do {
      const page = await records.list({ integrationId, model, generation, shards }, at, { records: 1_000 })
      found.push(...page.records)
      at = page.next
    } while (at)
    return found
  }

  /** Every record as readers find it, by model and remote id. */
  const stored = async (): Promise<ReadonlyMap<string, StoredRecord>> => {
    const { generations } = await state()
    const found = new Map<string, StoredRecord>()
    for (const model of modelIds)
      for (const record of await recordsIn(model, generations[model] ?? { generation: 1, shards: 1 }))
        found.set(`${model} ${record.remoteId}`, record)
    return found
  }

  return {
    root,
    /** Names of the tables; undefined where they lie in memory. */
    tables: names,
    /** Lines of the log. */
    logged,
    ports,
    receivePorts,
    landing,
    archive,
    control,
    syncQueue,
    webhookQueue,
    sent,
    /** Messages of the webhook queue. */
    told,
    upload,
    deliver,
    run,
    upkeep,
    keptTexts,
    approveAs,
    state,
    recordsIn,
    stored,
    pass: (ms: number) => {
      time += ms
    },
    now,
  }
}

export type Workplace = Awaited<ReturnType<typeof openWorkplace>>

export const employeesCsv = (rows: readonly string[]): string =>
  ['id,name,manager,site,site_name,department,start', ...rows].join('\n')

/** What stays the same however often a sync was interrupted: bodies without time stamps, and who is gone. */
export const facts = (records: ReadonlyMap<string, StoredRecord>) =>
  Object.fromEntries(
    [...records].map(([name, { body, deletedAt, employeeId }]) => [
      name,
      {
        body: JSON.parse(body.replaceAll(/"changed_at":"[^"]*"/g, '"changed_at":""')),
        gone: deletedAt !== null,
        employeeId,
      },
    ]),
  )
