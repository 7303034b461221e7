import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { ModelIdSchema } from '#core/model/models.ts'

/**
 * What a sync is about to write, stored before its first write. If the sync dies, every record named here counts as unknown
 * to the next one, whatever the manifest says.
 */
export const PlanSchema = v.object({
  format: v.literal(1),
  syncId: v.string(),
  inputs: v.array(v.object({ dataset: DatasetSchema, fileId: v.string(), mappingVersion: v.number() })),
  writes: v.array(v.object({ model: ModelIdSchema, ids: v.array(v.string()) })),
})
export type Plan = v.InferOutput<typeof PlanSchema>
