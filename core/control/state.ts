import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { FilterRuleSchema } from '#core/filter/employee-filter.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import { ChangedModelSchema } from '#core/webhooks/event-types.ts'

/** What decides what the records of a dataset are, and where its manifest lies in the archive. */
const basis = {
  fileId: v.string(),
  fileName: v.string(),
  /** The file's place in the order of files. */
  fileOrder: v.string(),
  /** Up to where in that order files are older than it, where that is not its own place: it was replayed, or a later one was rolled back. */
  rank: v.exactOptional(v.string()),
  /** When the last file came by which nothing is held, epoch ms. */
  goodFileAt: v.exactOptional(v.number()),
  /** Ids of all files that the last build read. */
  files: v.exactOptional(v.array(v.string())),
  /** The files that it comes from, oldest first, where each builds on those before it, and their places among all files. */
  chain: v.exactOptional(v.array(v.object({ id: v.string(), order: v.string() }))),
  mappingVersion: v.number(),
  /** Names what else decides what becomes of a row: scope, filter, custom fields, time zone. */
  configuration: v.exactOptional(v.string()),
  manifest: v.object({ key: v.string(), versionId: v.string() }),
}
const BasisSchema = v.object(basis)
export type Basis = v.InferOutput<typeof BasisSchema>

/** Everything that a committed dataset was built from, so that it is built anew when something of it differs. */
const DatasetStateSchema = v.object({
  ...basis,
  /** The earliest day on which the records change by themselves, `yyyy-MM-dd`. */
  dueAt: v.exactOptional(v.string()),
  /** Names the set of employees: of those that it holds, or of those that it refers to. */
  employeeSet: v.nullable(v.string()),
  /** Names the aliases by which its rows were read to mention records of other files. */
  aliases: v.exactOptional(v.string()),
  /** Names the identities by which its rows were read. */
  identities: v.exactOptional(v.string()),
  /** What rows of the file became, records that they merely mention included. */
  records: v.number(),
  committedAt: v.number(),
  /** Records stay only until it is known that the upload of the file was whole. */
  unproven: v.exactOptional(v.literal(true)),
  /** Somebody is stored without the manager that a file names, since they would stand in a circle. */
  circular: v.exactOptional(v.literal(true)),
  /** The sync that read the files: its report says what they came to. */
  syncId: v.exactOptional(v.string()),
  /** The last sync that built it from other files, by another mapping or configuration, and what it was before; null: nothing. */
  change: v.exactOptional(v.object({ syncId: v.string(), newFiles: v.boolean(), before: v.nullable(BasisSchema) })),
})
export type DatasetState = v.InferOutput<typeof DatasetStateSchema>

export const rankOf = ({ rank, fileOrder }: Pick<Basis, 'rank' | 'fileOrder'>): string => rank ?? fileOrder

const GenerationSchema = v.object({
  generation: v.number(),
  shards: v.number(),
  /** Living records of the model when it was last committed. */
  rows: v.exactOptional(v.number()),
  /** Moments at which the feed has records in shards of their own; left out by older releases, which always did so. */
  spreads: v.exactOptional(v.array(v.object({ from: v.number(), to: v.nullable(v.number()) }))),
})
export type Generation = v.InferOutput<typeof GenerationSchema>

/** A model that is being copied into more shards. */
const MoveSchema = v.object({
  model: ModelIdSchema,
  to: GenerationSchema,
  /** Everything up to here is copied; null at the beginning. */
  copied: v.nullable(v.object({ shard: v.number(), afterId: v.exactOptional(v.string()) })),
  /** How often it was begun since it last got on. */
  attempts: v.number(),
})

/** A generation that only old cursors still read, until it is purged. */
const RetiredSchema = v.object({
  model: ModelIdSchema,
  generation: v.number(),
  shards: v.number(),
  /** epoch ms */
  servedUntil: v.number(),
})
export type Retired = v.InferOutput<typeof RetiredSchema>

const DocumentKeySchema = v.object({ pk: v.string(), sk: v.string() })

/** What is to be as it was before a sync that was rolled back, unless somebody has changed it since. */
const TakenBackSchema = v.object({
  /** Of the rollback. */
  id: v.string(),
  /** Files that count no more. */
  excluded: v.array(DocumentKeySchema),
  /** Versions of mappings. */
  mappings: v.array(v.object({ dataset: DatasetSchema, from: v.number(), to: v.number() })),
  /** Of the employee filter, where it was another one. */
  filter: v.exactOptional(v.object({ from: v.array(FilterRuleSchema), to: v.array(FilterRuleSchema) })),
})
export type TakenBack = v.InferOutput<typeof TakenBackSchema>

/** What a commit promises to do afterwards: done at least once, then taken off the state. */
const SyncEventSchema = v.object({
  kind: v.literal('sync-finished'),
  syncId: v.string(),
  state: v.picklist(['SUCCEEDED', 'PARTIALLY_FAILED', 'FAILED', 'CANCELLED']),
  endedAt: v.number(),
  /** What its writes changed for whoever reads. */
  changedModels: v.optional(v.array(ChangedModelSchema), []),
  /** When the feed shows all of it, epoch ms. */
  shownAt: v.optional(v.number(), 0),
  /** When housekeeping sees to it that the promise is kept, if nobody has by then; epoch ms. */
  remindAt: v.optional(v.number(), 0),
  /** Files that the sync judged. */
  files: v.array(
    v.object({
      key: DocumentKeySchema,
      state: v.picklist(['ACCEPTED', 'REFUSED', 'SUPERSEDED']),
      issues: v.array(IssueSchema),
      /** It turned out to be one. */
      kind: v.exactOptional(v.literal('manifest')),
    }),
  ),
  /** Decisions about held removals that it carried out. */
  decisions: v.exactOptional(v.array(v.string())),
  rollback: v.exactOptional(TakenBackSchema),
})
export type SyncEvent = v.InferOutput<typeof SyncEventSchema>

const ArchivedSchema = v.object({ key: v.string(), versionId: v.string() })

const PendingSchema = v.object({
  ...ArchivedSchema.entries,
  /** How far it was carried out when it was last put off. */
  progress: v.optional(v.nullable(ArchivedSchema), null),
  /** How often it was begun since it last got on. */
  attempts: v.optional(v.number(), 0),
})

/** The one document that decides what an integration's records are; changed only by conditional replace. */
export const IntegrationStateSchema = v.object({
  lease: v.nullable(v.object({ holder: v.string(), until: v.number() })),
  /** The plan whose writes may have begun without a commit. */
  pending: v.nullable(PendingSchema),
  datasets: v.record(DatasetSchema, DatasetStateSchema),
  generations: v.record(ModelIdSchema, GenerationSchema),
  move: v.optional(v.nullable(MoveSchema), null),
  retired: v.optional(v.array(RetiredSchema), []),
  /** The earliest day on which the result changes by itself, `yyyy-MM-dd`. */
  dueAt: v.nullable(v.string()),
  events: v.array(SyncEventSchema),
  /** Records that were removed before this moment have no contents any more, epoch ms. */
  emptiedUntil: v.exactOptional(v.number()),
})
export type IntegrationState = v.InferOutput<typeof IntegrationStateSchema>

/** Living employees; null before the first sync. */
export const employeesIn = (state: Pick<IntegrationState, 'datasets' | 'generations'> | undefined): number | null => {
  const committed = state?.datasets.employees
  return committed ? (state.generations.hris_employees?.rows ?? committed.records) : null
}

export const emptyState: IntegrationState = {
  lease: null,
  pending: null,
  datasets: {},
  generations: {},
  move: null,
  retired: [],
  dueAt: null,
  events: [],
}
