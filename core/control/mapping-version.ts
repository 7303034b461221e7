import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'

/** One version of a dataset's mapping. Nothing goes live before it is approved. */
export const MappingVersionSchema = v.object({
  integrationId: v.string(),
  dataset: DatasetSchema,
  version: v.number(),
  mapping: MappingSchema,
  /** `draft`: proposed from a file. `put`: written by the vendor. `fields`: the one before with other custom fields. */
  origin: v.picklist(['draft', 'put', 'fields']),
  createdAt: v.number(),
  approvedAt: v.nullable(v.number()),
})
export type MappingVersion = v.InferOutput<typeof MappingVersionSchema>
