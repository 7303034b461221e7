import * as v from 'valibot'
import { base58 } from '#core/ids/base58.ts'
import type { System } from '#core/ports/system.ts'

type Keys = Pick<System, 'hash' | 'equal'>

/** What a cursor belongs to: it opens no other integration, endpoint or filter. */
export type CursorScope = {
  readonly integrationId: string
  readonly endpoint: string
  /** Parsed filters, defaults applied: two ways to say the same are the same scope. */
  readonly filters: Readonly<Record<string, unknown>>
}

const canonical = (value: unknown): unknown => (Array.isArray(value) ? [...new Set(value)].sort() : value)

const scopeText = ({ integrationId, endpoint, filters }: CursorScope): string => {
  const entries = Object.entries(filters).filter(([, value]) => value !== undefined)
  const sorted = entries
    .map(([name, value]) => [name, canonical(value)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return JSON.stringify([integrationId, endpoint, sorted])
}

const seal = ({ hash }: Keys, scope: CursorScope, payload: string): string =>
  base58(hash(`cursor\u0000${scopeText(scope)}\u0000${payload}`), 44)

// The payload holds ids and numbers only, so that it is ASCII and btoa can take it.
const encode = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
const decode = (text: string): string => atob(text.replaceAll('-', '+').replaceAll('_', '/'))

/** An opaque place in a walk, sealed so that nobody can make or move one. */
export const writeCursor = (keys: Keys, scope: CursorScope, position: unknown): string => {
  const payload = encode(JSON.stringify(position))
  return `${payload}.${seal(keys, scope, payload)}`
}

/** The position in a cursor; `undefined` when it was not written here for this scope. */
export const readCursor = <Schema extends v.GenericSchema>(
  keys: Keys,
  scope: CursorScope,
  cursor: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined => {
  const [payload = '', tag = ''] = cursor.split('.')
  if (cursor !== `${payload}.${tag}` || !keys.equal(tag, seal(keys, scope, payload))) return undefined
  const position = v.safeParse(schema, JSON.parse(decode(payload)))
  return position.success ? position.output : undefined
}
