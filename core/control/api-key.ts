import * as v from 'valibot'

/** An API key of the environment. The secret half is stored as a keyed hash only. */
export const ApiKeySchema = v.object({
  id: v.string(),
  name: v.string(),
  secretHash: v.string(),
  /** Addresses and CIDR ranges it may be used from; none means anywhere. */
  allowedAddresses: v.optional(v.array(v.string()), []),
  /** `null`: as many as the deployment grants. */
  requestsPerMinute: v.optional(v.nullable(v.number()), null),
  createdAt: v.number(),
  revokedAt: v.nullable(v.number()),
})
export type ApiKey = v.InferOutput<typeof ApiKeySchema>
