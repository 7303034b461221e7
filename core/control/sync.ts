import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { pairedBy } from '#core/sync/pair-people.ts'

/**
 * Why a run was queued: a file came, somebody asked for it, the configuration changed, somebody decided about held removals or
 * linked people, had an earlier file applied again or a sync undone, a day has come, or the records are verified.
 */
const syncReasons = [
  'file',
  'forced',
  'mapping',
  'scope',
  'filter',
  'fields',
  'removals',
  'replay',
  'rollback',
  'identity',
  'due',
  'verify',
] as const
export const SyncReasonSchema = v.picklist(syncReasons)

const syncStates = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIALLY_FAILED', 'FAILED', 'CANCELLED'] as const

const CountsSchema = v.object({
  /** Rows read, header excluded. */
  rows: v.number(),
  quarantined: v.number(),
  created: v.number(),
  updated: v.number(),
  /** Records rendered again because a record they embed changed. */
  rerendered: v.number(),
  removed: v.number(),
  unchanged: v.number(),
  /** Removals that wait for approval. */
  held: v.number(),
  /** Rows of people who were erased: nothing of them is stored, and nobody is told whose they are. Left out where there are none. */
  suppressed: v.exactOptional(v.number()),
})
export type SyncCounts = v.InferOutput<typeof CountsSchema>

/** Somebody who is stored, and the id under which a file that was refused for its ids probably gives the same person. */
const DriftPairSchema = v.object({
  /** Of the record. */
  id: v.string(),
  /** Its remote id, and the one in the file. */
  from: v.string(),
  to: v.string(),
  by: v.picklist(pairedBy),
})
export type DriftPair = Readonly<v.InferOutput<typeof DriftPairSchema>>

const SyncDatasetReportSchema = v.object({
  dataset: DatasetSchema,
  fileId: v.nullable(v.string()),
  fileName: v.nullable(v.string()),
  /** `applied` moved the pointer; `unchanged` found nothing to do; the others changed nothing. */
  outcome: v.picklist(['applied', 'unchanged', 'refused', 'waiting_for_mapping', 'waiting_for_files']),
  /** The sync that read the same file last: its counts and issues still hold, so it was not read again. */
  sameAs: v.exactOptional(v.string()),
  counts: CountsSchema,
  issues: v.array(IssueSchema),
  /** How many more there were than a report may hold: the least grave. */
  issuesLeft: v.exactOptional(v.number()),
  pairs: v.exactOptional(v.array(DriftPairSchema)),
})
export type SyncDatasetReport = v.InferOutput<typeof SyncDatasetReportSchema>

/** The whole report of a run, as the archive keeps it. */
export const SyncReportSchema = v.object({ datasets: v.array(SyncDatasetReportSchema) })

/** One run. The document stays small enough for the control table: the issues it leaves out are in the archived report. */
export const SyncSchema = v.object({
  id: v.string(),
  integrationId: v.string(),
  type: v.picklist(['FULL', 'DELTA']),
  reason: SyncReasonSchema,
  state: v.picklist(syncStates),
  queuedAt: v.number(),
  startedAt: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
  datasets: v.array(SyncDatasetReportSchema),
  /** How many records were compared with what is remembered of them, and how many differed. */
  verified: v.exactOptional(v.object({ records: v.number(), differing: v.number() })),
  /** What its writes to the records table cost, all of its runs together; estimated where the table does not tell. */
  writeUnits: v.exactOptional(v.object({ units: v.number(), estimated: v.boolean() })),
  /** Where the whole report lies in the archive. */
  report: v.nullable(v.object({ key: v.string(), versionId: v.string() })),
})
export type Sync = v.InferOutput<typeof SyncSchema>

/** A run that was just asked for. */
export const newSync = (
  parts: Pick<Sync, 'id' | 'integrationId' | 'reason' | 'queuedAt'> & Partial<Pick<Sync, 'type'>>,
): Sync => ({
  type: 'FULL',
  ...parts,
  state: 'QUEUED',
  startedAt: null,
  endedAt: null,
  datasets: [],
  report: null,
})
