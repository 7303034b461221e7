import { createHash, createHmac } from 'node:crypto'
import type { Dataset } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { ModelId } from '#core/model/models.ts'
import { type Comparison, compare } from '#core/sync/compare.ts'
import { manifestOfRows } from '#core/sync/encode-manifest.ts'
import type { FileContents } from '#core/sync/file-contents.ts'
import { defaultLimits, type Limit } from '#core/sync/limits.ts'
import { emptyManifest, type ManifestTable } from '#core/sync/manifest-table.ts'
import { memoryScratch } from '../../lambdas/mapping/memory-scratch.ts'
import { gatherRows } from '../../lambdas/sync/gather-rows.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
export const idOf = ({ model, key }: { readonly model: ModelId; readonly key: string }): string =>
  recordId((text) => createHmac('sha256', 'secret').update(text).digest(), 'sftp:test', model, key)

export const employeeId = (key: string): string => idOf({ model: 'hris_employees', key })

export type Row = { readonly id: string } & FieldValues

const scratch = memoryScratch()

/** A file as `examine` would give it: its rows by id, in file order. */
export const contents = (
  dataset: Dataset,
  rows: readonly Row[],
  extra: { readonly quarantined?: readonly string[]; readonly rowsWithoutId?: number } = {},
): FileContents => {
  const gathering = gatherRows(dataset, idOf, { base: emptyManifest, hash, scratch })
  for (const [index, { id, ...values }] of rows.entries())
    gathering.addMapped({ kind: 'mapped', row: index + 2, key: id, values, issues: [] })
  const { table, known } = gathering.finish()
  const { quarantined = [], rowsWithoutId = 0 } = extra
  return { table, known, quarantined: new Set(quarantined), rowsWithoutId }
}

type Step = {
  readonly base?: ManifestTable
  readonly fileId?: string
  readonly employees?: { has(id: string): boolean }
  readonly unknown?: ReadonlySet<string>
  readonly limit?: Limit
}

export const compared = (dataset: Dataset, file: FileContents, step: Step = {}): Comparison =>
  compare({
    dataset,
    fileId: step.fileId ?? 'file',
    file,
    base: step.base ?? emptyManifest,
    employees: step.employees ?? { has: () => true },
    unknown: step.unknown ?? new Set(),
    scratch,
    ...(step.limit ? { limits: { ...defaultLimits, removals: step.limit } } : {}),
  })

/** What the manifest would hold after a comparison was written at `at`. */
export const committed = ({ records }: Comparison, at = 1): ManifestTable =>
  manifestOfRows(
    [...records.values()].map(({ next, base, difference, absentSince }) => {
      const moved = difference === 'created' || difference === 'changed'
      const changedAt = moved ? at : (base?.changedAt ?? at)
      const feedAt = moved || difference === 'touched' ? at : (base?.feedAt ?? at)
      return { ...next, changedAt, feedAt, absentSince }
    }),
  )

/** Remote id to difference, for the records of one model. */
export const differences = ({ records }: Comparison, model: ModelId): Record<string, string> =>
  Object.fromEntries(
    [...records.values()]
      .filter(({ next }) => next.model === model)
      .map(({ next, difference }) => [next.remoteId, difference]),
  )

export const removedIds = ({ removed }: Comparison, model: ModelId): readonly string[] =>
  removed.filter((row) => row.model === model).map(({ remoteId }) => remoteId)
