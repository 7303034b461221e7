import * as v from 'valibot'

/** A link that opens a flow. The token's secret half is stored as a keyed hash only. */
export const LinkSchema = v.object({
  id: v.string(),
  secretHash: v.string(),
  /** `connect` makes an integration, `relink` gives one new keys, `setup` leads to its setup steps. */
  kind: v.picklist(['connect', 'relink', 'setup']),
  linkType: v.picklist(['EMBEDDED', 'MAGIC_LINK']),
  language: v.picklist(['en', 'de', 'fr', 'it', 'es']),
  endUser: v.object({
    organizationName: v.string(),
    creatorEmail: v.nullable(v.string()),
    originId: v.nullable(v.string()),
  }),
  /** Of a relink: `null` keeps the one that the integration has. */
  scopeConfigId: v.nullable(v.string()),
  enableFiltering: v.boolean(),
  enableFieldMapping: v.boolean(),
  /** Reserved before the SFTP user is made, so that a double click makes one integration. */
  integrationId: v.string(),
  createdAt: v.number(),
  expiresAt: v.number(),
  /** When its integration was made: it makes none again, whatever became of that one. */
  connectedAt: v.exactOptional(v.number()),
  finishedAt: v.nullable(v.number()),
})
export type Link = v.InferOutput<typeof LinkSchema>

/** A short-lived bearer of the flow's page, or the activation token handed to the vendor's app. Found by id, proved by hash. */
export const TokenSchema = v.object({
  id: v.string(),
  secretHash: v.string(),
  /** `sign-in` comes by mail and opens a session of the customer's page, `page`. */
  kind: v.picklist(['session', 'activation', 'sign-in', 'page']),
  /** The link a session belongs to, or the integration that the other kinds name. */
  subject: v.string(),
  /** Whom a mailed token was sent to, and whose page a session shows. */
  contactId: v.exactOptional(v.string()),
  expiresAt: v.number(),
})
export type Token = v.InferOutput<typeof TokenSchema>
