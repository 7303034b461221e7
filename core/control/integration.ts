import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'

/** One customer's connection. */
export const IntegrationSchema = v.object({
  /** `sftp:<24 base58 characters>` */
  id: v.string(),
  tool: v.literal('sftp'),
  category: v.literal('HRIS'),
  status: v.picklist(['ACTIVE', 'INVALID', 'INACTIVE', 'DELETING']),
  endUser: v.object({
    organizationName: v.string(),
    creatorEmail: v.nullable(v.string()),
    originId: v.nullable(v.string()),
  }),
  scopeConfigId: v.nullable(v.string()),
  /** SFTP user name, and the folder of the landing bucket. */
  sftpUser: v.string(),
  publicKeys: v.array(v.string()),
  language: v.picklist(['en', 'de', 'fr', 'it', 'es']),
  enableFiltering: v.boolean(),
  enableFieldMapping: v.boolean(),
  /** Approved and latest mapping version of each dataset; 0 is none. */
  mappings: v.record(DatasetSchema, v.object({ approved: v.number(), latest: v.number() })),
  /** epoch ms */
  createdAt: v.number(),
  deletedAt: v.nullable(v.number()),
})
export type Integration = v.InferOutput<typeof IntegrationSchema>
