import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import { pairedBy } from '#core/sync/pair-people.ts'
import { type Descriptions, pageOf, pageQuery } from '../description.ts'

const maxReason = 500
const maxIds = 1_000

export const HeldQuerySchema = v.object({ ...pageQuery.entries, dataset: v.optional(DatasetSchema) })

const cause = v.pipe(
  v.picklist(['many', 'doubt', 'left-out']),
  v.description(
    'many: a file lacked so many at once; doubt: the file could not be trusted as a whole; left-out: the employee filter left out so many at once.',
  ),
)

const HeldSchema = v.object({
  dataset: DatasetSchema,
  model: ModelIdSchema,
  id: v.string(),
  remote_id: v.string(),
  name: v.pipe(v.nullable(v.string()), v.description('Of the person, group, place or type, as it is stored.')),
  absent_since: v.pipe(v.string(), v.description('The id of the first file that would have had the record removed.')),
  cause,
  kept: v.pipe(v.boolean(), v.description('Somebody decided that it stays; nobody is asked about it again.')),
})

const SetSchema = v.object({
  dataset: DatasetSchema,
  set: v.pipe(v.string(), v.description('Names those who wait for a decision; another one whenever they are others.')),
  waiting: v.number(),
  kept: v.number(),
})

const PairSchema = v.object({
  id: v.pipe(v.string(), v.description('Of the record that is stored.')),
  from: v.pipe(v.string(), v.description('Its remote id.')),
  to: v.pipe(v.string(), v.description('The id under which the file has somebody who is probably the same person.')),
  by: v.picklist(pairedBy),
})

const HeldFileSchema = v.object({
  dataset: DatasetSchema,
  file_id: v.string(),
  file_name: v.string(),
  sync_id: v.pipe(v.nullable(v.string()), v.description('Its report has the file, and all pairs.')),
  issue: IssueSchema,
  pairs: v.pipe(
    v.array(v.object({ ...PairSchema.entries, name: v.nullable(v.string()) })),
    v.description('People who are probably in the file under another id, the first hundred of them.'),
  ),
  pairs_in_all: v.number(),
})

export const HeldPageSchema = v.strictObject({ ...pageOf(HeldSchema).entries, sets: v.array(SetSchema) })

const HeldAndFileSchema = v.strictObject({
  ...HeldPageSchema.entries,
  file: v.pipe(
    v.nullable(HeldFileSchema),
    v.description(
      'The newest file that is held as a whole, because its ids are not those of the same people as before.',
    ),
  ),
})

const reason = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(maxReason))

const ids = v.optional(v.pipe(v.array(v.string()), v.nonEmpty(), v.maxLength(maxIds)))
const set = v.optional(v.string())

const isOne = (...named: readonly unknown[]): boolean => named.filter((each) => each !== undefined).length === 1

/** Either all who wait, as the list named them, or some by their ids. */
export const DecideSchema = v.pipe(
  v.strictObject({ set, ids, reason }),
  v.check((named) => isOne(named.set, named.ids), 'names either a set or ids'),
)

/** The same, or a file that is held as a whole. */
export const ApproveSchema = v.pipe(
  v.strictObject({ set, ids, file_id: v.optional(v.string()), reason }),
  v.check((named) => isOne(named.set, named.ids, named.file_id), 'names either a set or ids, or a file'),
)

export const HeldDatasetSchema = v.object({ dataset: DatasetSchema })

const DecidedSchema = v.object({ dataset: DatasetSchema, records: v.number(), sync_id: v.string() })

export const decision = { body: DecideSchema, data: DecidedSchema }

export const heldDescriptions = {
  'GET /manage/integrations/{integration_id}/held': {
    summary: 'Records whose removal is held, the file that is held as a whole, and why',
    query: HeldQuerySchema,
    data: HeldAndFileSchema,
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/held/{dataset}/approve': {
    ...decision,
    body: ApproveSchema,
    summary: 'Remove records that are held, or apply a file that is held as a whole',
    path: HeldDatasetSchema,
    audit: 'removals.approved',
  },
  'POST /manage/integrations/{integration_id}/held/{dataset}/discard': {
    ...decision,
    summary: 'Keep records that are held; nobody is asked about them again',
    path: HeldDatasetSchema,
    audit: 'removals.discarded',
  },
} as const satisfies Partial<Descriptions>
