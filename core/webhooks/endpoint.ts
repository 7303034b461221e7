import * as v from 'valibot'
import { base58 } from '#core/ids/base58.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { contractEventTypes, type EventType, EventTypeSchema } from './event-types.ts'
import { UnreachableSchema } from './reachability.ts'

/** An address of the vendor's app that is told of events. */
export const EndpointSchema = v.object({
  id: v.string(),
  url: v.string(),
  description: v.string(),
  /** The event types it asks for; `null` is all of the contract. */
  events: v.nullable(v.array(EventTypeSchema)),
  isEnabled: v.boolean(),
  /** Newest first. The secrets themselves are stored nowhere: each follows from its name and the deployment's secret. */
  secrets: v.array(
    v.object({
      name: v.string(),
      /** epoch ms; `null` while it is not replaced */
      expiresAt: v.nullable(v.number()),
    }),
  ),
  createdAt: v.number(),
  /** Null or left out while its address answers. */
  unreachable: v.exactOptional(v.nullable(UnreachableSchema)),
  /** Its deliveries are forgotten before it is. */
  deletedAt: v.nullable(v.number()),
})
export type Endpoint = v.InferOutput<typeof EndpointSchema>

const contractTypes: readonly EventType[] = contractEventTypes

export const isOpen = ({ isEnabled, deletedAt }: Endpoint): boolean => isEnabled && deletedAt === null

export const wants = (endpoint: Endpoint, type: EventType): boolean =>
  isOpen(endpoint) && (endpoint.events ?? contractTypes).includes(type)

const secretLength = 44

/** The text under which deliveries are signed. */
export const secretText = (hash: KeyedHash, endpointId: string, name: string): string =>
  base58(hash(`webhook\u0000${endpointId}\u0000${name}`), secretLength)

/** The secrets that receivers may go by at the moment, the newest first. */
export const validSecrets = (hash: KeyedHash, { id, secrets }: Endpoint, now: number): readonly string[] =>
  secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now).map(({ name }) => secretText(hash, id, name))

/** Puts a new secret first; the one before stays valid until `until` (epoch ms), older ones go. */
export const withNewSecret = (endpoint: Endpoint, name: string, until: number): Endpoint => ({
  ...endpoint,
  secrets: [
    { name, expiresAt: null },
    ...endpoint.secrets.slice(0, 1).map((previous) => ({ ...previous, expiresAt: until })),
  ],
})
