import * as v from 'valibot'

/** A connection link. The token's secret half is stored as a keyed hash only. */
export const LinkSchema = v.object({
  id: v.string(),
  secretHash: v.string(),
  kind: v.picklist(['connect']),
  linkType: v.picklist(['EMBEDDED', 'MAGIC_LINK']),
  language: v.picklist(['en', 'de', 'fr', 'it', 'es']),
  endUser: v.object({
    organizationName: v.string(),
    creatorEmail: v.nullable(v.string()),
    originId: v.nullable(v.string()),
  }),
  scopeConfigId: v.nullable(v.string()),
  enableFiltering: v.boolean(),
  enableFieldMapping: v.boolean(),
  /** Reserved before the SFTP user is made, so that a double click makes one integration. */
  integrationId: v.string(),
  createdAt: v.number(),
  expiresAt: v.number(),
  finishedAt: v.nullable(v.number()),
})
export type Link = v.InferOutput<typeof LinkSchema>

/** A short-lived bearer of the flow's page, or the activation token handed to the vendor's app. Found by id, proved by hash. */
export const TokenSchema = v.object({
  id: v.string(),
  secretHash: v.string(),
  kind: v.picklist(['session', 'activation']),
  /** The link a session belongs to, or the integration an activation token names. */
  subject: v.string(),
  expiresAt: v.number(),
})
export type Token = v.InferOutput<typeof TokenSchema>
