import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'

/**
 * An uploaded object. RECEIVED -> ARCHIVED -> QUEUED -> ACCEPTED | REFUSED | SUPERSEDED; ACCEPTED -> EXCLUDED when it is rolled back;
 * whatever is kept -> QUEUED when it is replayed; QUEUED -> UNPACKED for an archive whose files became files of their own;
 * IGNORED (temporary or unclaimed) and REJECTED (empty) end at once.
 */
const fileStates = [
  'RECEIVED',
  'ARCHIVED',
  'QUEUED',
  'ACCEPTED',
  'REFUSED',
  'SUPERSEDED',
  'EXCLUDED',
  'UNPACKED',
  'IGNORED',
  'REJECTED',
] as const

/** The archive that a file came in, and whether that was encrypted. */
const UnpackedFromSchema = v.object({ fileId: v.string(), sequencer: v.string(), encrypted: v.boolean() })

/** How an upload ended, epoch ms, where the SFTP server has told. */
const UploadEndSchema = v.object({ outcome: v.picklist(['completed', 'failed']), endedAt: v.number() })

export const ExportFileSchema = v.object({
  /** Hash of bucket, key and version. */
  id: v.string(),
  integrationId: v.string(),
  /** Name inside the customer's folder. */
  name: v.string(),
  dataset: v.nullable(DatasetSchema),
  /** It says that a set is complete, and holds no data. */
  kind: v.exactOptional(v.literal('manifest')),
  state: v.picklist(fileStates),
  landing: v.object({ bucket: v.string(), key: v.string(), versionId: v.string() }),
  archive: v.nullable(v.object({ key: v.string(), versionId: v.string() })),
  etag: v.string(),
  size: v.number(),
  /** Equal for equal bytes, whatever encrypts them; left out where the archive cannot tell. */
  checksum: v.exactOptional(v.string()),
  /** S3 event time, epoch ms, and sequencer: together the order of files. */
  eventTime: v.number(),
  sequencer: v.string(),
  receivedAt: v.number(),
  /** Whether only PGP was to be taken when it arrived. */
  mustBeEncrypted: v.exactOptional(v.boolean()),
  upload: v.exactOptional(UploadEndSchema),
  unpackedFrom: v.exactOptional(UnpackedFromSchema),
  /** When a sync accepted, refused or passed over it, epoch ms. */
  judgedAt: v.exactOptional(v.number()),
  /** The sync that did so. */
  judgedBy: v.exactOptional(v.string()),
  /** When somebody decided that it is right, whatever guards say of it, epoch ms. */
  releasedAt: v.exactOptional(v.number()),
  /** When somebody had it applied once more, epoch ms. */
  replayedAt: v.exactOptional(v.number()),
  issues: v.array(IssueSchema),
})
export type ExportFile = v.InferOutput<typeof ExportFileSchema>

/** Whether only a part of it came. */
export const brokeOff = ({ upload }: Pick<ExportFile, 'upload'>): boolean => upload?.outcome === 'failed'

/** Sorts as (event time, sequencer): sequencers are hexadecimal of varying length, so they are padded on the left. */
export const fileOrder = (file: Pick<ExportFile, 'eventTime' | 'sequencer'>): string =>
  `${String(file.eventTime).padStart(14, '0')}-${file.sequencer.toUpperCase().padStart(32, '0')}`

/** When it came, or was replayed, epoch ms. */
export const cameAt = ({ eventTime, replayedAt }: Pick<ExportFile, 'eventTime' | 'replayedAt'>): number =>
  replayedAt ?? eventTime

/** Behind whatever came in the same millisecond. */
const lastSequencer = 'F'.repeat(32)

/** Its place among the files that could be applied: one that somebody replays counts as if it had come at that moment. */
export const fileRank = (file: Pick<ExportFile, 'eventTime' | 'sequencer' | 'replayedAt'>): string =>
  fileOrder(file.replayedAt === undefined ? file : { eventTime: file.replayedAt, sequencer: lastSequencer })

/** Oldest first. */
export const byRank = (a: ExportFile, b: ExportFile): number => (fileRank(a) < fileRank(b) ? -1 : 1)
