import * as v from 'valibot'
import type { ModelId } from '#core/model/models.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * How one record mentions another. To an `employee` it only belongs, a `parent` it only names, and an `alias` is an id that others may
 * use for it; the rest is embedded in the record's body.
 */
export const roles = [
  'manager',
  'legal_entity',
  'work_location',
  'group',
  'type',
  'employee',
  'parent',
  'alias',
] as const

export const RoleSchema = v.picklist(roles)
export type Role = v.InferOutput<typeof RoleSchema>

type RoleTraits = {
  /** The record shows something of the target, beside its id. */
  readonly shown: boolean
  /** The mention is a property of the record itself (`manager_id`): a different target moves `changed_at`. */
  readonly own: boolean
  /** A change of the target's own properties moves `feed_at` of the record (contract section 7.4). */
  readonly feed: boolean
}

export const roleTraits: Readonly<Record<Role, RoleTraits>> = {
  manager: { shown: true, own: true, feed: true },
  legal_entity: { shown: true, own: true, feed: true },
  work_location: { shown: true, own: true, feed: true },
  group: { shown: true, own: false, feed: false },
  type: { shown: true, own: true, feed: true },
  employee: { shown: false, own: true, feed: false },
  parent: { shown: false, own: true, feed: false },
  alias: { shown: false, own: false, feed: false },
}

/** What a row says about another record: its model and identity key. */
export type Mention = { readonly role: Role; readonly model: ModelId; readonly key: string }

/** A record as its file gives it, before its mentions are resolved to ids. */
export type BuiltRecord = {
  readonly model: ModelId
  /** Identity key: what `id` is computed from. */
  readonly key: string
  readonly remoteId: string
  /** The wire body without `id`, `remote_id`, time stamps and everything that comes from mentions. */
  readonly own: JsonObject
  readonly mentions: readonly Mention[]
  /** `yyyy-MM-dd` for datasets that cover a window. */
  readonly day: string | null
  /** The day, `yyyy-MM-dd`, from which the same row says something else. */
  readonly due?: string
}

/** What one row of a file becomes: its record and the records it brings into being by mentioning them. */
export type BuiltRow = { readonly record: BuiltRecord; readonly derived: readonly BuiltRecord[] }
