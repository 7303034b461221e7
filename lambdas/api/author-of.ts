import type { Caller } from '#core/api/endpoint.ts'
import type { Who } from '#core/control/audit.ts'

/** Whom a document remembers: what they may do changes, and is not theirs to be remembered by. */
export const authorOf = (caller: Caller | null): Who | undefined =>
  caller ? { kind: caller.kind, id: caller.id, name: caller.name } : undefined
