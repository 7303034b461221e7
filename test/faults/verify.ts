import { deepStrictEqual } from 'node:assert'
import * as v from 'valibot'
import { ChoreSchema, subjectOfChore } from '#core/control/chore.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { chorePartition, filePartition, syncPartition } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { buildOrder, datasets, datasetTraits, producersOf } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import { readManifest } from '../../lambdas/sync/manifest-file.ts'
import { verifyRecords } from '../../lambdas/sync/verify-records.ts'
import { manifestRows } from '../sync/manifest-rows.ts'
import type { Upload } from './export-file.ts'
import { type Listed, listRecords, stateOf } from './spaces.ts'
import type { Stores } from './stores.ts'

/** What is wrong after a run: one line for each finding. */
export type Findings = readonly string[]

const collect = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => Array.fromAsync(items)

const differs = (what: string, actual: unknown, expected: unknown): Findings => {
  try {
    deepStrictEqual(actual, expected)
    return []
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`]
  }
}

const nameOf = ({ model, remoteId }: Pick<Listed, 'model' | 'remoteId'>): string => `${model} ${remoteId}`

/**
 * What stays the same however often a sync was interrupted: the bodies of those who are there, without time stamps.
 * Who came and went within a phase may not have been there at all.
 */
const factsOf = (records: readonly Listed[]) =>
  Object.fromEntries(
    records
      .filter(({ deletedAt }) => deletedAt === null)
      .map((record) => {
        const body = JSON.parse(record.body.replaceAll(/"changed_at":"[^"]*"/g, '"changed_at":""'))
        return [nameOf(record), { id: record.id, body }]
      }),
  )

const manifestsOf = async (stores: Stores, integrationId: string) => {
  const { datasets: committed } = await stateOf(stores, integrationId)
  const manifests = await Promise.all(
    buildOrder.map(async (dataset) => {
      const state = committed[dataset]
      return [dataset, state ? await readManifest(stores.archive, state.manifest, dataset) : emptyManifest] as const
    }),
  )
  return manifests
}

const essenceOf = async (stores: Stores, integrationId: string) =>
  Object.fromEntries(
    (await manifestsOf(stores, integrationId)).map(([dataset, manifest]) => [
      dataset,
      Object.fromEntries(
        manifestRows(manifest).map(({ changedAt, feedAt, absentSince, own, embed, ...row }) => [
          row.id,
          // A plan that was given up leaves the hashes of held rows unknown until they come back; their records are compared above.
          absentSince === null ? { ...row, own, embed } : { ...row, held: true },
        ]),
      ),
    ]),
  )

/** Records and manifests say what those of the undisturbed run say. */
export const compareWithUndisturbed = async (
  stores: Stores,
  other: Stores,
  integrationId: string,
): Promise<Findings> => [
  ...differs(
    'records',
    factsOf(await listRecords(stores, integrationId)),
    factsOf(await listRecords(other, integrationId)),
  ),
  ...differs('manifests', await essenceOf(stores, integrationId), await essenceOf(other, integrationId)),
]

/** Every living record is in one manifest with its stamps, and nobody is there twice. */
export const checkManifests = async (stores: Stores, integrationId: string): Promise<Findings> => {
  const records = await listRecords(stores, integrationId)
  const living = records.filter(({ deletedAt }) => deletedAt === null)
  const all = (await manifestsOf(stores, integrationId)).flatMap(([, manifest]) => manifestRows(manifest))
  // Of several datasets that tell of a model, the first that has a record decides it.
  const rows = all.filter(
    ({ id, model }, index) => producersOf(model).length === 1 || all.findIndex((row) => row.id === id) === index,
  )
  const stamps = (each: { id: string; changedAt: number; feedAt: number }) => [each.id, [each.changedAt, each.feedAt]]
  const names = living.map(nameOf)
  const twice = names.filter((name, index) => names.indexOf(name) < index && !name.startsWith('hris_teams'))
  return [
    ...differs('stamps', Object.fromEntries(living.map(stamps)), Object.fromEntries(rows.map(stamps))),
    ...differs('records in two manifests', rows.length, living.length),
    ...twice.map((name) => `twice: ${name}`),
  ]
}

const RecordSchema = v.looseObject({
  id: v.string(),
  changed_at: v.string(),
  remote_deleted_at: v.nullable(v.string()),
})

/** The records of an app, by their ids. */
const byId = (records: readonly unknown[]) =>
  Object.fromEntries(v.parse(v.array(RecordSchema), records).map((record) => [record.id, record]))

const stampsOf = (id: string, changed_at: string, remote_deleted_at: string | null) =>
  [id, { changed_at, remote_deleted_at }] as const

const iso = (moment: number): string => new Date(moment).toISOString()

/** Apps that followed the changes hold what one holds that reads everything, and that is what the store holds. */
export const checkCopies = async (
  stores: Stores,
  integrationId: string,
  { asking, listening, all }: Readonly<Record<'asking' | 'listening' | 'all', readonly unknown[]>>,
): Promise<Findings> => {
  const stored = (await listRecords(stores, integrationId)).map(({ id, changedAt, deletedAt }) =>
    stampsOf(id, iso(changedAt), deletedAt === null ? null : iso(deletedAt)),
  )
  const read = Object.values(byId(all)).map((record) =>
    stampsOf(record.id, record.changed_at, record.remote_deleted_at),
  )
  return [
    ...differs('lists', Object.fromEntries(read), Object.fromEntries(stored)),
    ...differs('feed', byId(asking), byId(all)),
    ...differs('feed after announcements', byId(listening), byId(all)),
  ]
}

/** A sync that verifies finds every record as its manifest remembers it. */
export const checkVerified = async (stores: Stores, integrationId: string): Promise<Findings> => {
  const state = await stateOf(stores, integrationId)
  const context = { integrationId, state, extend: async () => undefined }
  const { different } = await verifyRecords({ ...stores, contentHash }, context)
  return [...different].map(([model, ids]) => `not as remembered: ${model} ${ids.join(' ')}`)
}

/** Whoever stands soundly in the newest accepted file is there. */
export const checkPresence = async (
  stores: Stores,
  integrationId: string,
  uploads: readonly Upload[],
): Promise<Findings> => {
  const records = await listRecords(stores, integrationId)
  const living = new Set(records.filter(({ deletedAt }) => deletedAt === null).map(nameOf))
  return datasets.flatMap((dataset) => {
    const newest = uploads.filter((upload) => upload.dataset === dataset && upload.sound !== null).at(-1)
    const { model } = datasetTraits[dataset]
    const expected = (newest?.sound ?? []).filter(
      ([, employee]) =>
        !requiredFields[dataset].includes('employee.remote_id') || living.has(`hris_employees ${employee}`),
    )
    return expected
      .filter(([id = '']) => !living.has(nameOf({ model, remoteId: id })))
      .map(([id]) => `missing: ${dataset} ${id}`)
  })
}

const finalStates: ReadonlySet<string> = new Set([
  'ACCEPTED',
  'REFUSED',
  'SUPERSEDED',
  'IGNORED',
  'REJECTED',
  'UNPACKED',
])
const endStates: ReadonlySet<string> = new Set(['SUCCEEDED', 'PARTIALLY_FAILED', 'FAILED'])

/** What the log says about the ends of syncs. */
export type FinishedSync = { readonly syncId: string; readonly state: string }

const checkSyncs = (syncs: readonly Sync[], finished: readonly FinishedSync[]): Findings => {
  const states = new Map(syncs.map(({ id, state }) => [id, state]))
  const told = new Set(finished.map(({ syncId }) => syncId))
  return [
    ...syncs.filter(({ state }) => !endStates.has(state)).map(({ id, state }) => `sync ${id} ended as ${state}`),
    ...syncs
      .filter(({ endedAt, report }) => endedAt === null || !report)
      .map(({ id }) => `sync ${id} has no end or report`),
    ...syncs.filter(({ id }) => !told.has(id)).map(({ id }) => `sync-finished never came for ${id}`),
    ...finished
      .filter(({ syncId, state }) => states.get(syncId) !== state)
      .map(({ syncId, state }) => `sync-finished told of ${syncId} ${state}, which is ${states.get(syncId)}`),
  ]
}

const described = (files: readonly ExportFile[]): string =>
  files.map(({ id, name, state, size, receivedAt }) => [id, name, state, size, receivedAt].join(' ')).join(', ')

/** Nothing is left half done. */
export const checkControl = async (
  stores: Stores,
  integrationId: string,
  { finished, syncs: expected, now }: { finished: readonly FinishedSync[]; syncs: number; now: number },
): Promise<Findings> => {
  const { control } = stores
  const { pending, events, lease } = await stateOf(stores, integrationId)
  const files = await collect(listDocuments(control, filePartition(integrationId), ExportFileSchema))
  const all = await collect(listDocuments(control, syncPartition(integrationId), SyncSchema))
  // Those come by themselves, after the last day.
  const syncs = all.filter(({ reason }) => reason !== 'verify')
  const chores = await collect(listDocuments(control, { pk: chorePartition }, ChoreSchema))
  const landed = await collect(stores.landing.list(''))
  return [
    ...differs('pending and events', { pending, events }, { pending: null, events: [] }),
    ...(lease && lease.until > now ? ['the lease is still held'] : []),
    ...files.filter(({ state }) => !finalStates.has(state)).map(({ id, state }) => `file ${id} is left ${state}`),
    ...checkSyncs(syncs, finished),
    ...(syncs.length === expected ? [] : [`${syncs.length} syncs instead of ${expected}; files: ${described(files)}`]),
    // Those about records come round again and again.
    ...chores
      .filter((chore) => 'fileId' in chore)
      .map((chore) => `chore ${chore.kind} of ${subjectOfChore(chore)} is left`),
    ...landed
      .filter(({ key }) => claimOf(key.slice(key.indexOf('/') + 1)).kind !== 'marker')
      .map(({ key }) => `left in the landing bucket: ${key}`),
  ]
}
