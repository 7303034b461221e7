import * as v from 'valibot'
import type { RouteIdOf } from '#core/deployment/routes.ts'

export type ParametersSchema = v.ObjectSchema<v.ObjectEntries, undefined>

/** What an endpoint takes and answers: its handler parses by these schemas, and the OpenAPI document is made of them. */
export type Description = {
  /** A line for the table of contents. */
  readonly summary: string
  /** Variables of the path that are more than a text, by name. */
  readonly path?: ParametersSchema
  readonly query?: ParametersSchema
  /** The header X-Integration-Id names the integration. */
  readonly integrationHeader?: true
  readonly body?: v.GenericSchema
  /** The `data` of the answer, closed; `null` where the endpoint only ever refuses. */
  readonly data: v.GenericSchema | null
  /** The answer is a text of this type and has no envelope; `data` is that text. */
  readonly contentType?: 'text/csv'
  /** Whether `warnings` stand beside the data. */
  readonly warnings?: true
  readonly deprecated?: true
  /** What the audit log calls it; `null` where nothing changes. */
  readonly audit?: string | null
  /** Whether a member must be an admin: for what concerns the whole environment, and for what cannot be taken back. */
  readonly admin?: true
  /** Whether it shows raw files or personal data: to members who are allowed to see them, and the audit log says who did. */
  readonly personal?: true
}

type RouteId = RouteIdOf<'api' | 'connect'>

/** Whatever may change something says what the audit log calls it. */
type DescriptionOf<Id extends string> = Id extends `GET ${string}`
  ? Description
  : Description & { readonly audit: string | null }

/** A description for every route: one without does not compile. */
export type Descriptions<Id extends RouteId = RouteId> = { readonly [Each in Id]: DescriptionOf<Each> }

/** A moment on the wire. */
export const moment = v.pipe(v.string(), v.isoTimestamp())

/** The answer of a list. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({ next: v.nullable(v.string()), results: v.array(item) })

/** Where a list of the management API goes on. */
export const pageQuery = v.object({ cursor: v.optional(v.string(), '') })
