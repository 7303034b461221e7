import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import { type Descriptions, pageOf, pageQuery } from '../description.ts'

export const HeldQuerySchema = v.object({ ...pageQuery.entries, dataset: v.optional(DatasetSchema) })

const HeldSchema = v.object({
  dataset: DatasetSchema,
  model: ModelIdSchema,
  id: v.string(),
  remote_id: v.string(),
  name: v.pipe(v.nullable(v.string()), v.description('Of the person, group, place or type, as it is stored.')),
  absent_since: v.pipe(v.string(), v.description('The id of the first file that the record was missing from.')),
})

export const heldDescriptions = {
  'GET /manage/integrations/{integration_id}/held': {
    summary: 'Records whose removal is held, as so many were missing at once',
    query: HeldQuerySchema,
    data: pageOf(HeldSchema),
    admin: true,
  },
} as const satisfies Partial<Descriptions>
