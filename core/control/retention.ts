import type { Settings } from './environment.ts'
import type { ExportFile } from './file.ts'
import type { DatasetState, IntegrationState } from './state.ts'

const dayMs = 24 * 60 * 60 * 1000

const waiting: readonly ExportFile['state'][] = ['RECEIVED', 'ARCHIVED', 'QUEUED']

/** Ids of the files that a dataset is made of. */
export const filesOf = (state: Pick<DatasetState, 'fileId' | 'files' | 'chain'> | undefined): readonly string[] =>
  state ? [state.fileId, ...(state.files ?? []), ...(state.chain ?? []).map(({ id }) => id)] : []

/** Ids of the files that the records of an integration are made of. */
export const filesInUse = ({ datasets }: Pick<IntegrationState, 'datasets'>): ReadonlySet<string> =>
  new Set(Object.values(datasets).flatMap(filesOf))

/**
 * When the bytes of a file are to go, epoch ms; null while they are kept. What waits for a sync is kept, and so is what the records
 * are made of, unless nothing is to be kept at all. A file that others are joined with may wait for ever, once it is joined no longer:
 * it goes in time, but has a day at least to wait for its set.
 */
export const goesAt = (
  { id, dataset, state, archive, judgedAt, receivedAt }: ExportFile,
  { rawFileDays }: Pick<Settings, 'rawFileDays'>,
  inUse: ReadonlySet<string>,
): number | null => {
  if (!archive || rawFileDays === null) return null
  if (waiting.includes(state)) return dataset === null ? receivedAt + Math.max(rawFileDays, 1) * dayMs : null
  if (rawFileDays > 0 && inUse.has(id)) return null
  return (judgedAt ?? receivedAt) + rawFileDays * dayMs
}

/** After so long removed records are emptied, and deleted integrations purged: two weeks, as apps of Kombo's know it. */
export const purgeAfterMs = 14 * dayMs
