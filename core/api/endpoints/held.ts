import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { ModelIdSchema } from '#core/model/models.ts'
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

export const HeldPageSchema = v.strictObject({ ...pageOf(HeldSchema).entries, sets: v.array(SetSchema) })

const reason = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(maxReason))

/** Either all who wait, as the list named them, or some by their ids. */
export const DecideSchema = v.pipe(
  v.strictObject({
    set: v.optional(v.string()),
    ids: v.optional(v.pipe(v.array(v.string()), v.nonEmpty(), v.maxLength(maxIds))),
    reason,
  }),
  v.check(({ set, ids }) => (set === undefined) !== (ids === undefined), 'names either a set or ids'),
)

export const HeldDatasetSchema = v.object({ dataset: DatasetSchema })

const DecidedSchema = v.object({ dataset: DatasetSchema, records: v.number(), sync_id: v.string() })

export const decision = { body: DecideSchema, data: DecidedSchema }

export const heldDescriptions = {
  'GET /manage/integrations/{integration_id}/held': {
    summary: 'Records whose removal is held, and why',
    query: HeldQuerySchema,
    data: HeldPageSchema,
    admin: true,
  },
  'POST /manage/integrations/{integration_id}/held/{dataset}/approve': {
    ...decision,
    summary: 'Remove records that are held, unless a newer file has them again',
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
