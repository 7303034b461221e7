import * as v from 'valibot'
import { AddressRangeSchema } from './address-range.ts'

const name = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(100, 'is longer than 100 characters'))
const allowedAddresses = v.pipe(v.array(AddressRangeSchema), v.maxLength(100, 'holds more than 100 entries'))
const requestsPerMinute = v.nullable(
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(1, 'must be at least 1')),
)

/** The body of `POST /manage/api-keys`. */
export const CreateApiKeySchema = v.object({
  name,
  /** Addresses and CIDR ranges; none lets it be used from anywhere. */
  allowed_addresses: v.optional(allowedAddresses, []),
  /** `null`: as many as the deployment grants. */
  requests_per_minute: v.optional(requestsPerMinute, null),
})

/** The body of `PATCH /manage/api-keys/{api_key_id}`: what is left out stays. */
export const ChangeApiKeySchema = v.object({
  name: v.optional(name),
  allowed_addresses: v.optional(allowedAddresses),
  requests_per_minute: v.optional(requestsPerMinute),
})
