import { Kombo } from '@kombo-api/sdk'
import { afterAll } from 'vitest'
import { createApiKey } from '#core/control/api-keys.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { fileKey, integrationKey, stateKey } from '#core/control/keys.ts'
import { emptyState, type IntegrationState } from '#core/control/state.ts'
import { newIntegrationId, sftpUserOf } from '#core/ids/integration-id.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import type { RecordPut, RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { dynamoUsageCounter } from '../../lambdas/adapters/dynamo-usage-counter.ts'
import { createApi } from '../../lambdas/api/api.ts'
import type { ApiPorts } from '../../lambdas/api/ports.ts'
import { createConnect } from '../../lambdas/connect/connect.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { createDocs } from '../../lambdas/docs/docs.ts'
import { createPages } from '../../lambdas/pages/pages.ts'
import type { LogEvent, LogFields } from '../../lambdas/runtime/log.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { diskDownloads } from '../../local/adapters/disk-downloads.ts'
import { diskUploads } from '../../local/adapters/disk-uploads.ts'
import { openMetricsTable } from '../../local/adapters/metrics-table.ts'
import { readDocsAsset } from '../../local/docs-assets.ts'
import { startHttpFront } from '../../local/http-front.ts'
import { dynalite, tables } from '../contracts/dynalite.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { memoryRecordStore } from '../fakes/memory-record-store.ts'
import { memoryUsageCounter } from '../fakes/memory-usage-counter.ts'
import { checked } from '../openapi/answers.ts'

type Logged = { readonly event: LogEvent; readonly fields: LogFields }

const generation = { generation: 1, shards: 2 }
const generations = Object.fromEntries(modelIds.map((model) => [model, generation]))

/** A dataset that one sync has committed. */
export const committed = {
  fileId: 'file',
  fileName: 'employees.csv',
  fileOrder: '1',
  mappingVersion: 1,
  employeeSet: null,
  manifest: { key: 'manifest', versionId: '1' },
  records: 1,
  committedAt: 1,
}

export const readyState: IntegrationState = { ...emptyState, datasets: { employees: committed }, generations }

const newIntegration = (system: System): Integration => {
  const id = newIntegrationId(system.random)
  return {
    id,
    tool: 'sftp',
    category: 'HRIS',
    status: 'ACTIVE',
    endUser: { organizationName: 'Acme', creatorEmail: 'hr@acme.example', originId: 'acme-1' },
    scopeConfigId: null,
    sftpUser: sftpUserOf(id),
    publicKeys: [],
    language: 'en',
    enableFiltering: false,
    enableFieldMapping: false,
    mappings: {},
    createdAt: Date.UTC(2026, 0, 1),
    deletedAt: null,
  }
}

export const exportFile = (integrationId: string, parts: Partial<ExportFile> = {}): ExportFile => ({
  id: 'file-1',
  integrationId,
  name: 'employees.csv',
  dataset: 'employees',
  state: 'QUEUED',
  landing: { bucket: 'landing', key: 'user/employees.csv', versionId: '1' },
  archive: null,
  etag: 'etag',
  size: 10,
  eventTime: 1,
  sequencer: '1',
  receivedAt: 1,
  issues: [],
  ...parts,
})

type Tables = Pick<ApiPorts, 'control' | 'usage'> & { readonly records: RecordStore }

const inMemory = async ({ clock }: System): Promise<Tables> => ({
  control: memoryControlStore(),
  records: memoryRecordStore(clock),
  usage: memoryUsageCounter(),
})

/** For tests of what depends on how DynamoDB gives its pages. */
export const onEmulator = async ({ clock, random }: System): Promise<Tables> => {
  const client = (await dynalite()).client()
  return {
    control: dynamoControlStore({ client, table: tables.control }),
    records: dynamoRecordStore({ client, table: tables.records, now: clock, random }),
    usage: dynamoUsageCounter({ client, table: tables.control }),
  }
}

/** Both HTTP functions behind a real HTTP front. */
export const apiUnderTest = async (given: Pick<ApiPorts, 'signIn'> = {}, openTables = inMemory) => {
  let shift = 0
  const real = systemOf('the secret of these tests')
  const system: System = { ...real, clock: () => Date.now() + shift }
  const { control, records, usage } = await openTables(system)
  const queued: QueueMessage[] = []
  const syncQueue = {
    send: async (message: QueueMessage) => {
      queued.push(message)
    },
  }
  const told: QueueMessage[] = []
  const webhookQueue = {
    send: async (message: QueueMessage) => {
      told.push(message)
    },
  }
  const users = new Map<string, readonly string[]>()
  const sftpUsers = {
    put: async ({ name, publicKeys }: { name: string; publicKeys: readonly string[] }) => {
      users.set(name, publicKeys)
    },
    remove: async (name: string) => {
      users.delete(name)
    },
  }
  const reports = new Map<string, string>()
  const objects = new Map<string, Blob>()
  const objectAt = ({ key }: { key: string }) => {
    const text = reports.get(key)
    return text === undefined ? objects.get(key) : new Blob([text])
  }
  const stored = (key: string, { size }: Blob) => ({ key, versionId: '1', etag: 'etag', size, modifiedAt: 1 })
  const archive = {
    open: async (ref: { key: string }) => objectAt(ref)?.stream(),
    head: async (ref: { key: string }) => {
      const object = objectAt(ref)
      return object && stored(ref.key, object)
    },
    put: async (key: string, body: Uint8Array | AsyncIterable<Uint8Array>) => {
      const object = new Blob(await Array.fromAsync(body instanceof Uint8Array ? [body] : body))
      objects.set(key, object)
      return stored(key, object)
    },
  }
  const uploads = (name: string) => diskUploads({ files: archive, publicUrl: 'http://uploads.test', name })
  const [samples, deliveries] = [uploads('samples'), uploads('deliveries')]
  const logged: Logged[] = []
  const log = (event: LogEvent, fields: LogFields = {}) => {
    logged.push({ event, fields })
  }
  const ports = {
    control,
    records,
    archive,
    decode: decodeWithoutKeys,
    pgpKeys: { load: async () => [] },
    downloads: diskDownloads(archive, 'http://127.0.0.1:3000'),
    syncQueue,
    webhookQueue,
    allowsLocalWebhooks: true,
    sftpUsers,
    usage,
    metrics: openMetricsTable(':memory:', system.clock),
    requestsPerMinute: 1_000_000,
    system,
    publicUrl: 'http://127.0.0.1:3000',
    dashboardUrl: 'http://127.0.0.1:3001',
    ...given,
  }
  const sftp = { host: '127.0.0.1', port: 2222, hostKeys: [], addresses: [] }
  const flowPorts = { ...ports, sftp, sampleUploads: samples, landingUploads: deliveries }
  const functions = {
    api: checked(createApi(ports, log)),
    connect: checked(createConnect(flowPorts, log)),
    docs: createDocs({ readAsset: readDocsAsset }),
    pages: createPages({ control, uploadOrigins: [], files: new Map(), dashboardUrl: '' }),
  }
  const front = await startHttpFront({
    port: 0,
    functions,
    isHealthy: () => true,
    fallback: async (request, response) =>
      (await samples.serve(request, response)) || deliveries.serve(request, response),
  })
  afterAll(() => front.close())
  const apiKey = await createApiKey(ports, 'tests')

  const sdk = (integrationId?: string, key = apiKey) =>
    new Kombo({ api_key: key, integration_id: integrationId, server_url: `${front.url}/v1` })

  const call = async (
    method: string,
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ) => {
    const body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...options.headers }
    const response = await fetch(front.url + path, { method, headers, ...(body === undefined ? {} : { body }) })
    return { status: response.status, headers: response.headers, json: JSON.parse(await response.text()) }
  }

  const makeIntegration = async (parts: Partial<Integration> = {}, state: IntegrationState | null = readyState) => {
    const integration = { ...newIntegration(system), ...parts }
    await control.create(integrationKey(integration.id), integration)
    if (state) await control.create(stateKey(integration.id), state)
    return integration
  }

  const putRecords = (integrationId: string, model: ModelId, puts: readonly RecordPut[]) =>
    records.write({ integrationId, model, ...generation }, puts, system.clock() + 30_000)

  const putFile = (file: ExportFile) => control.create(fileKey(file), file)

  /** Lets the clock jump: what expires does so without anybody waiting. */
  const passTime = (milliseconds: number) => {
    shift += milliseconds
  }

  return {
    url: front.url,
    apiKey,
    ports,
    flowPorts,
    functions,
    control,
    system,
    queued,
    /** Messages of the webhook queue. */
    told,
    users,
    reports,
    /** What lies in the archive, and what browsers put, by key. */
    objects,
    logged,
    sdk,
    call,
    makeIntegration,
    putRecords,
    putFile,
    passTime,
  }
}

export type ApiUnderTest = Awaited<ReturnType<typeof apiUnderTest>>
