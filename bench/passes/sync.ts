import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { modelIds } from '#core/model/models.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Comparison } from '#core/sync/compare.ts'
import { livingRecords } from '#core/sync/living.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { fileScratch } from '../../lambdas/adapters/file-scratch.ts'
import { contentHash, keyedHash } from '../../lambdas/runtime/system.ts'
import type { FanOut } from '../../lambdas/sync/chunks/fan-out-port.ts'
import { readManifest, writeManifest } from '../../lambdas/sync/manifest-file.ts'
import { nextManifest } from '../../lambdas/sync/next-manifest.ts'
import { type Rebuilt, rebuildFromFile } from '../../lambdas/sync/rebuild-file.ts'
import { bytesAtOnce, diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { mapping } from '../data/mapping.ts'
import { cpuSeconds, type Outcome, type StoredManifest } from './outcome.ts'

export type SyncPass = {
  readonly file: string
  readonly check: boolean
  /** Root of the store that holds the manifest. */
  readonly archive: string
  /** What is committed; undefined for a first load. */
  readonly base: { readonly key: string; readonly versionId: string } | undefined
  /** Store the manifest of the result, as a commit would. */
  readonly commit: boolean
  /** Has the rows told in pieces. */
  readonly fanOut?: FanOut
}

/** Equal for two syncs that came to the same records, in whatever order, whatever they did to get there: each record's hash is added up, since millions of lines would not fit into memory. */
const digestOf = (comparison: Comparison): string => {
  const sums = new BigUint64Array(4)
  for (const { next } of livingRecords(comparison)) {
    const { id, model, remoteId, own, embed, references, day } = next
    const line = JSON.stringify([id, model, remoteId, own, embed, references, day])
    const hash = createHash('sha256').update(line).digest()
    for (const [index, sum] of sums.entries()) sums[index] = sum + hash.readBigUInt64LE(8 * index)
  }
  return Buffer.from(sums.buffer).toString('hex')
}

const writtenOf = ({ records, removed }: Comparison): number => {
  const counts = modelIds.map((model) => records.counts(model))
  return counts.reduce(
    (sum, { created, changed, touched, redrawn }) => sum + created + changed + touched + redrawn,
    removed.length,
  )
}

const committedAt = Date.UTC(2026, 10, 21)
const committedMoments = { changedAt: committedAt, feedAt: committedAt }

const commitManifest = async (archive: FileStore, { comparison, reading }: Rebuilt): Promise<StoredManifest> => {
  const before = cpuSeconds()
  const contents = nextManifest({ comparison, reading }, { get: () => committedMoments })
  const { key, versionId, size } = await writeManifest(archive, 'manifest', contents)
  return { key, versionId, size, cpuSeconds: cpuSeconds() - before }
}

export const hashes = { keyedHash: keyedHash('bench'), contentHash, openScratch: fileScratch }

/** Everything a sync does but for the records table: reads the file and the manifest, maps, builds, hashes, compares. */
export const sync = async ({ file, check, archive, base, commit, fanOut }: SyncPass): Promise<Outcome> => {
  const store = diskFileStore(archive, 'archive')
  const result = await rebuildFromFile(fanOut ? { ...hashes, fanOut } : hashes, {
    integrationId: 'sftp:bench',
    dataset: 'employees',
    file: { id: 'file', name: 'employees.csv', open: () => createReadStream(file, { highWaterMark: bytesAtOnce }) },
    mapping,
    base: base ? await readManifest(store, base, 'employees') : emptyManifest,
    employees: new Set(),
    unknown: new Set(),
  })
  if (result.kind === 'refused') throw new Error('The generated file was refused.')
  const { comparison, counts, issues } = result.rebuilt
  if (issues.length > 0) throw new Error(`The generated file has issues: ${issues.map(({ code }) => code).join()}.`)
  return {
    rows: counts.rows,
    digest: check ? digestOf(comparison) : null,
    written: writtenOf(comparison),
    ...(commit ? { manifest: await commitManifest(store, result.rebuilt) } : {}),
  }
}
