import { Fault } from '#core/fault.ts'
import type { LogFields } from './log.ts'

// The message of an error that is neither ours nor of a service or the system may quote what it choked on: a cell, a name.
const messageIsSafe = (error: Error): boolean => error instanceof Fault || '$metadata' in error || 'syscall' in error

/** What the log may say about something thrown: its kind, its place in our code, and its message where that cannot hold personal data. */
export const errorFields = (thrown: unknown): LogFields => {
  if (!(thrown instanceof Error)) return { error: typeof thrown }
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    error: thrown.name,
    ...(thrown instanceof Fault ? { code: thrown.code } : {}),
    ...(messageIsSafe(thrown) ? { message: thrown.message } : {}),
    stack: frames.slice(0, 8).join('\n'),
  }
}
