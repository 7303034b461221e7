import type { Settings } from './environment.ts'
import type { ExportFile } from './file.ts'
import type { IntegrationState } from './state.ts'

const dayMs = 24 * 60 * 60 * 1000

const waiting: readonly ExportFile['state'][] = ['RECEIVED', 'ARCHIVED', 'QUEUED']

/** Ids of the files that the records of an integration are made of. */
export const filesInUse = ({ datasets }: Pick<IntegrationState, 'datasets'>): ReadonlySet<string> =>
  new Set(Object.values(datasets).flatMap(({ fileId, files = [] }) => [fileId, ...files]))

/**
 * When the bytes of a file are to go, epoch ms; null while they are kept. What waits for a sync is kept, and so is what the records
 * are made of, unless nothing is to be kept at all.
 */
export const goesAt = (
  { id, state, archive, judgedAt, receivedAt }: ExportFile,
  { rawFileDays }: Pick<Settings, 'rawFileDays'>,
  inUse: ReadonlySet<string>,
): number | null => {
  if (!archive || rawFileDays === null || waiting.includes(state)) return null
  if (rawFileDays > 0 && inUse.has(id)) return null
  return (judgedAt ?? receivedAt) + rawFileDays * dayMs
}
