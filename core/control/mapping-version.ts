import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { type Who, WhoSchema } from './audit.ts'

/** One version of a dataset's mapping. Nothing goes live before it is approved. */
export const MappingVersionSchema = v.object({
  integrationId: v.string(),
  dataset: DatasetSchema,
  version: v.number(),
  mapping: MappingSchema,
  /**
   * `draft`: proposed from a file. `put`: written by the vendor. `editor`: entered in the mapping editor.
   * `fields`: the one before with other custom fields.
   */
  origin: v.picklist(['draft', 'put', 'editor', 'fields']),
  /** How often it was saved; without it, once. What the editor saves is written over until it is approved, nothing else is. */
  revision: v.exactOptional(v.number()),
  createdAt: v.number(),
  /** Who stored it last; nobody where it was proposed. */
  storedBy: v.exactOptional(WhoSchema),
  /** Why, as far as it was said. */
  note: v.exactOptional(v.string()),
  approvedAt: v.nullable(v.number()),
  approvedBy: v.exactOptional(WhoSchema),
})
export type MappingVersion = v.InferOutput<typeof MappingVersionSchema>

/** Who does something to a version, and why. */
export type Signature = { readonly who?: Who | undefined; readonly note?: string | undefined }

export const revisionOf = ({ revision = 1 }: Pick<MappingVersion, 'revision'>): number => revision
