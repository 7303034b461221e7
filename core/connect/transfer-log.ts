import * as v from 'valibot'
import { looksLikeFolder } from './looks-like-folder.ts'
import type { Sighting } from './sighting.ts'

/** The kinds of lines in Transfer Family's log that tell of an attempt; all others are about what goes well. */
export const toldActivities = ['CONNECTED', 'AUTH_FAILURE', 'PARTIAL_CLOSE', 'ERROR'] as const

const text = (maxLength: number) => v.exactOptional(v.pipe(v.string(), v.maxLength(maxLength)))

/** A line of the structured log, as far as it is looked at. User names are never longer than 100 characters. */
export const TransferLineSchema = v.object({
  'activity-type': v.string(),
  user: text(100),
  client: text(1_000),
  method: text(100),
  message: text(10_000),
  path: text(2_000),
  'bytes-in': v.exactOptional(v.unknown()),
  'bytes-out': v.exactOptional(v.unknown()),
})
type TransferLine = v.InferOutput<typeof TransferLineSchema>

/** Lines about files name no user, but the object itself: `/bucket/user/path`. */
const userOf = ({ user, path }: TransferLine): string | null => user ?? path?.split('/')[2] ?? null

/** `SSH-2.0-OpenSSH_9.6` tells the protocol too. */
const clientOf = ({ client }: TransferLine): string | null => client?.replace(/^SSH-[\d.]+-/, '') ?? null

/** The message of a refusal is `RSA SHA256:…`: the key that was offered. */
const fingerprintIn = (message = ''): string | null => /SHA256:[A-Za-z0-9+/]{43}/.exec(message)?.[0] ?? null

const isMissing = ({ message = '', path }: TransferLine): boolean =>
  path !== undefined && looksLikeFolder(path) && /no such|not found|not exist|denied/i.test(message)

const whatHappened = (line: TransferLine) => {
  switch (line['activity-type']) {
    case 'CONNECTED':
      return { kind: 'logged-in' } as const
    case 'AUTH_FAILURE': {
      const keyFingerprint = fingerprintIn(line.message)
      const offersNone = keyFingerprint === null && line.method !== undefined && line.method !== 'publickey'
      return { kind: 'login-refused', reason: offersNone ? 'NO_KEY_OFFERED' : null, keyFingerprint } as const
    }
    case 'PARTIAL_CLOSE':
      // A download that broke off closes a file too.
      return 'bytes-out' in line && !('bytes-in' in line)
        ? undefined
        : ({ kind: 'upload-failed', reason: 'CONNECTION_LOST' } as const)
    case 'ERROR':
      if (/random access/i.test(line.message ?? '')) return { kind: 'upload-failed', reason: 'RANDOM_ACCESS' } as const
      return isMissing(line) ? ({ kind: 'folder-missed' } as const) : undefined
    default:
      return undefined
  }
}

/** What a line tells of an attempt that was made `at` (epoch ms); `undefined` when it tells of none. */
export const sightingOf = (line: TransferLine, at: number): Sighting | undefined => {
  const happened = whatHappened(line)
  return happened && { at, user: userOf(line), client: clientOf(line), ...happened }
}
