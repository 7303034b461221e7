import { readDocument } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import { fileKey, integrationKey, mappingKey, syncKey } from '#core/control/keys.ts'
import { newSync, type Sync, SyncSchema } from '#core/control/sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordStore, StoredRecord } from '#core/ports/record-store.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { createSync } from '../../lambdas/sync/sync.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { memoryArchive } from '../fakes/memory-stores.ts'
import { integration, integrationId } from './workplace.ts'

type Records = Pick<RecordStore, 'write' | 'get' | 'list'>

/** Records of all models in memory, stamped with whatever `now` says. */
const recordsInMemory = (now: () => number) => {
  const models = new Map<ModelId, Map<string, StoredRecord>>()
  const of = (model: ModelId) => {
    const records = models.get(model) ?? new Map<string, StoredRecord>()
    models.set(model, records)
    return records
  }
  const store: Records = {
    write: async ({ model }, puts) => {
      const stamp = now()
      const at = (moment: number | 'stamp'): number => (moment === 'stamp' ? stamp : moment)
      for (const put of puts) {
        const deletedAt = put.deletedAt === null ? null : at(put.deletedAt)
        of(model).set(put.id, { ...put, changedAt: at(put.changedAt), feedAt: at(put.feedAt), deletedAt })
      }
      return new Map(puts.map(({ id }) => [id, stamp]))
    },
    get: async ({ model }, ids) => ids.flatMap((id) => of(model).get(id) ?? []),
    list: async ({ model }) => ({ records: [...of(model).values()], next: undefined }),
  }
  return { models, store }
}

/** One customer with these mappings, whose files are synced one after another. Nothing outlives the process. */
export const openMemoryWorkplace = async (mappings: readonly Mapping[]) => {
  let time = Date.UTC(2026, 0, 1)
  const now = () => time
  const { models, store } = recordsInMemory(now)
  const control = memoryControlStore()
  const archive = memoryArchive(now)
  const told: string[] = []
  const webhookQueue = { send: async ({ body }: { readonly body: string }) => void told.push(body) }
  const nowhere = { send: async () => undefined, changeVisibility: async () => undefined }
  const ports = {
    control,
    records: store,
    archive,
    decode: decodeWithoutKeys,
    syncQueue: nowhere,
    webhookQueue,
    openScratch: memoryScratch,
    keyedHash: keyedHash('memory'),
    contentHash,
    now,
    wait: async (milliseconds: number) => {
      time += milliseconds
    },
    log: () => undefined,
  } as unknown as SyncPorts
  const approved = mappings.map(({ dataset }) => [dataset, { approved: 1, latest: 1 }] as const)
  await control.create(integrationKey(integrationId), { ...integration, mappings: Object.fromEntries(approved) })
  for (const mapping of mappings) {
    const { dataset } = mapping
    const version = { integrationId, dataset, version: 1, mapping, origin: 'put', createdAt: 0, approvedAt: 0 }
    await control.create(mappingKey(integrationId, dataset, 1), version)
  }

  /** Queues a sync. */
  const ask = async (reason: SyncMessage['reason']): Promise<SyncMessage> => {
    time += 1_000
    const syncId = `sync-${time}`
    await control.create(syncKey(integrationId, syncId), newSync({ id: syncId, integrationId, reason, queuedAt: time }))
    return { kind: 'sync', integrationId, syncId, reason }
  }

  /** A file that was received, and the message of its sync. */
  const deliver = async (dataset: Dataset, text: string): Promise<SyncMessage> => {
    time += 1_000
    const { key, versionId, size } = await archive.put(`file-${time}`, new TextEncoder().encode(text))
    const file: ExportFile = {
      id: `file-${time}`,
      integrationId,
      name: `${dataset}.csv`,
      dataset,
      state: 'QUEUED',
      landing: { bucket: '', key: '', versionId: '' },
      archive: { key, versionId },
      etag: '',
      size,
      eventTime: time,
      sequencer: String(time),
      receivedAt: time,
      issues: [],
    }
    await control.create(fileKey(file), file)
    return ask('file')
  }

  const run = async (message: SyncMessage, on: SyncPorts = ports): Promise<Sync> => {
    // A lease of somebody who died has run out by then.
    time += 120_000
    await createSync(on)(message, time + 900_000)
    const sync = await readDocument(control, syncKey(integrationId, message.syncId), SyncSchema)
    if (!sync) throw new Error('the sync has no document')
    return sync
  }

  /** Every record that is there, by model and id. */
  const living = (): readonly (StoredRecord & { readonly model: ModelId })[] =>
    [...models].flatMap(([model, records]) =>
      [...records.values()].filter(({ deletedAt }) => deletedAt === null).map((record) => ({ ...record, model })),
    )

  return { ports, ask, deliver, run, living, told }
}

export type MemoryWorkplace = Awaited<ReturnType<typeof openMemoryWorkplace>>

/** What the living records say, time stamps aside. */
export const factsOf = (work: MemoryWorkplace) =>
  Object.fromEntries(
    work
      .living()
      .map(({ model, id, body, remoteId, employeeId }): [string, unknown] => [
        `${model} ${id}`,
        { remoteId, employeeId, body: JSON.parse(body.replaceAll(/"changed_at":"[^"]*"/g, '"changed_at":""')) },
      ])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
