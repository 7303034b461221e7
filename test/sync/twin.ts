import type { ExportFile } from '#core/control/file.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { identitiesOf } from '#core/ids/identities.ts'
import type { Link } from '#core/ids/links.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { QueueMessage } from '#core/ports/queue.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { livingRecords } from '#core/sync/living.ts'
import type { NextRow } from '#core/sync/manifest.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import { applyRebuilt } from '../../lambdas/sync/apply.ts'
import { ChunksAwaited } from '../../lambdas/sync/chunks/chunks-awaited.ts'
import { fanOut } from '../../lambdas/sync/chunks/fan-out.ts'
import { chunkLimits } from '../../lambdas/sync/chunks/limits.ts'
import { tellStored } from '../../lambdas/sync/chunks/work-chunk.ts'
import { readManifest } from '../../lambdas/sync/manifest-file.ts'
import { planWrites } from '../../lambdas/sync/plan-writes.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { type RebuildInput, type RebuildResult, rebuildFromFile } from '../../lambdas/sync/rebuild-file.ts'
import { openSession } from '../../lambdas/sync/state-session.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { memoryArchive, memoryRecords } from '../fakes/memory-stores.ts'
import { manifestRows } from './manifest-rows.ts'

export const integrationId = 'sftp:twin'

export type SyncStep = {
  readonly text: string
  readonly mapping: Mapping
  readonly employees: ReadonlySet<string>
  /** Remote ids of records that an unfinished plan may have written. */
  readonly unknown: readonly string[]
  readonly rules?: RowRules
  /** That two remote ids mean the same person. */
  readonly links?: readonly Link[]
}

const exportFile = (number: number, dataset: Dataset): ExportFile => ({
  id: `file-${number}`,
  integrationId,
  name: 'export.csv',
  dataset,
  state: 'QUEUED',
  landing: { bucket: '', key: '', versionId: '' },
  archive: null,
  etag: '',
  size: 0,
  eventTime: number,
  sequencer: String(number),
  receivedAt: number,
  issues: [],
})

const byId = <Each extends { readonly id: string }>(rows: Iterable<Each>): readonly Each[] =>
  [...rows].toSorted((a, b) => (a.id < b.id ? -1 : 1))

const factsOf = ({ id, model, remoteId, own, embed, references, day }: NextRow) => ({
  id,
  model,
  remoteId,
  own,
  embed,
  references: byId(references),
  day,
})

/** UTF-8, but that a replacement character stands for a byte that is invalid in it. */
const bytesOf = (text: string): Uint8Array =>
  Buffer.concat(text.split('\ufffd').flatMap((part, i) => [Buffer.from(i === 0 ? [] : [0xff]), Buffer.from(part)]))

/** Lets a run tell its file in pieces of `piece` bytes, which somebody else works on between two attempts. */
const inPieces = async (ports: SyncPorts, piece: number, run: (ports: SyncPorts) => Promise<RebuildResult>) => {
  const keys: string[] = []
  const syncQueue = { ...ports.syncQueue, send: async ({ body }: QueueMessage) => void keys.push(JSON.parse(body).key) }
  const message = { kind: 'sync' as const, integrationId, syncId: 'sync', reason: 'file' as const }
  const cut = fanOut({ ...ports, syncQueue }, message, { ...chunkLimits, large: 0, here: 1, piece })
  try {
    return await run({ ...ports, fanOut: cut })
  } catch (error) {
    if (!(error instanceof ChunksAwaited)) throw error
    for (const key of keys) await tellStored(ports, key)
    return run({ ...ports, fanOut: cut })
  }
}

/**
 * One customer whose files are synced one after another; `afresh` never takes a row for known. With `piece`, files are told in pieces of
 * so many bytes.
 */
export const openTwin = async (dataset: Dataset, afresh: boolean, piece?: number) => {
  let step = 1
  const now = () => step * 1_000
  const { records, store } = memoryRecords(now)
  const control = memoryControlStore()
  const archive = memoryArchive()
  const ports = {
    control,
    records: store,
    archive,
    openScratch: memoryScratch,
    keyedHash: keyedHash('twin'),
    contentHash,
    now,
    wait: async () => undefined,
    log: () => undefined,
  } as unknown as SyncPorts
  const session = await openSession(ports, integrationId, 'twin', Number.MAX_SAFE_INTEGER)
  let committed: DatasetState | undefined
  let everLinked = false

  /** Everything that a sync of this file leads to. */
  const sync = async ({ text, mapping, employees, unknown, rules, links = [] }: SyncStep) => {
    step += 1
    everLinked ||= links.length > 0
    const identities = identitiesOf(everLinked ? JSON.stringify(links) : '', () => links)
    const base = committed ? await readManifest(ports.archive, committed.manifest, dataset) : emptyManifest
    const unknownIds = byId(records.values()).filter(({ remoteId }) => unknown.includes(remoteId ?? ''))
    const file = exportFile(step, dataset)
    const open = () => ReadableStream.from([bytesOf(text)])
    const input: RebuildInput = {
      integrationId,
      dataset,
      file: { id: file.id, name: file.name, open },
      mapping,
      base,
      afresh,
      employees,
      unknown: new Set(unknownIds.map(({ id }) => id)),
      identities,
      ...(rules ? { rules } : {}),
    }
    const run = (on: SyncPorts) => rebuildFromFile(on, input)
    const result = piece === undefined ? await run(ports) : await inPieces(ports, piece, run)
    if (result.kind === 'refused') return { refused: result.issues }
    const { rebuilt } = result
    const syncId = `sync-${step}`
    const inputs = { syncId, reason: 'file' as const, at: now(), files: [], mappings: {} }
    const writing = { integrationId, syncId, unknown: new Map(), inputs, stopAt: Number.MAX_SAFE_INTEGER }
    const hash = dataset === 'employees' ? null : ''
    const whole = {
      ...rebuilt,
      dataset,
      file,
      files: [file],
      mappingVersion: 1,
      configuration: '',
      employeeSet: hash,
      committed,
    }
    const planned = planWrites([whole], writing.unknown, [{ dataset, before: base, after: rebuilt.comparison }])
    const ends = await applyRebuilt(ports, session, writing, planned)
    if (ends === 'put-off') throw new Error('put off')
    const [applied] = ends.applied
    committed = applied?.state
    const { comparison, counts, issues } = rebuilt
    const compared = byId(
      [...livingRecords(comparison)].map(({ next, difference, absentSince }) => ({
        ...factsOf(next),
        difference,
        absentSince,
      })),
    )
    return {
      counts,
      issues,
      compared,
      removed: byId(comparison.removed).map(({ id }) => id),
      stored: byId(records.values()),
      committedRecords: applied?.state.records,
      changedModels: applied?.changedModels,
      known: comparison.settledCount,
    }
  }

  /** What is remembered of every record, but for how its row is recognised. */
  const manifest = async () => {
    if (!committed) return []
    const table = await readManifest(ports.archive, committed.manifest, dataset)
    return byId(manifestRows(table).map((row) => ({ ...row, references: byId(row.references) })))
  }

  return { sync, manifest }
}
