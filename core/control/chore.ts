import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { LandedObjectSchema } from '#core/files/landing.ts'
import type { DocumentKey } from '#core/ports/control-store.ts'
import { choreKey } from './keys.ts'
import { SyncReasonSchema } from './sync.ts'

const due = {
  /** epoch ms */
  dueAt: v.number(),
  integrationId: v.string(),
}

/** About an uploaded object: `clean-landing` takes it out of the landing bucket; `resume-file` hands it to `receive` again if it is stuck. */
const FileChoreSchema = v.object({
  ...due,
  kind: v.picklist(['clean-landing', 'resume-file']),
  fileId: v.string(),
  landed: LandedObjectSchema,
})
export type FileChore = v.InferOutput<typeof FileChoreSchema>

/** About the records of an integration: a message in its group, since only its one writer may touch them. */
const UpkeepChoreSchema = v.object({ ...due, kind: v.literal('upkeep') })

/** About an integration whose records change by themselves on a day that has come: a sync is queued. */
const DueChoreSchema = v.object({ ...due, kind: v.literal('due') })
export type DueChore = v.InferOutput<typeof DueChoreSchema>

/** About the records of an integration: a sync is queued that compares them with what is remembered of them. */
const VerifyChoreSchema = v.object({ ...due, kind: v.literal('verify') })
export type VerifyChore = v.InferOutput<typeof VerifyChoreSchema>

/** About a dataset of which a file is expected: whoever wants to know is told if none has come in time. */
const LateChoreSchema = v.object({ ...due, kind: v.literal('late'), dataset: v.optional(DatasetSchema, 'employees') })
export type LateChore = v.InferOutput<typeof LateChoreSchema>

/** About an integration of which nothing was heard for some time: a sync is queued that takes its set of files for complete, or an upload for whole. */
const QuietChoreSchema = v.object({ ...due, kind: v.literal('quiet') })

/** About what a receipt names: it is queued, and looked after until it is done. */
const RemovalChoreSchema = v.object({ ...due, kind: v.literal('removal'), receiptId: v.string() })
export type RemovalChore = v.InferOutput<typeof RemovalChoreSchema>

/** About a sync that waits for pieces of a large file: it is queued again. */
const ChunksChoreSchema = v.object({
  ...due,
  kind: v.literal('chunks'),
  syncId: v.string(),
  reason: SyncReasonSchema,
})
export type ChunksChore = v.InferOutput<typeof ChunksChoreSchema>

/** Something that housekeeping does once its time has come. Safe to do twice. */
export const ChoreSchema = v.variant('kind', [
  FileChoreSchema,
  UpkeepChoreSchema,
  DueChoreSchema,
  VerifyChoreSchema,
  LateChoreSchema,
  QuietChoreSchema,
  RemovalChoreSchema,
  ChunksChoreSchema,
])
export type Chore = v.InferOutput<typeof ChoreSchema>

/** What a chore is about. */
export const subjectOfChore = (chore: Chore): string => {
  if ('fileId' in chore) return chore.fileId
  return 'receiptId' in chore ? chore.receiptId : chore.integrationId
}

/** What tells chores about the same integration apart. */
const partOf = (chore: Chore): string =>
  chore.kind === 'late' && chore.dataset !== 'employees' ? `#${chore.dataset}` : ''

/** The key a chore is stored under: the same chore about the same thing is one. */
export const keyOfChore = (chore: Chore): DocumentKey =>
  choreKey(chore.dueAt, `${chore.kind}#${subjectOfChore(chore)}${partOf(chore)}`)
