import type { AttemptReason } from '#core/connect/attempt.ts'
import type { Sighting } from '#core/connect/sighting.ts'
import { noteSightings, type SightingPorts } from '#core/control/note-sightings.ts'
import type { FailedLogin, FailedUpload, Login, LoginRefusal } from './sftp/events.ts'

/** Of a name that does not exist, the use case finds out whom it concerns. */
const reasons = {
  NO_KEY_OFFERED: 'NO_KEY_OFFERED',
  UNKNOWN_USER: null,
  UNKNOWN_KEY: 'UNKNOWN_KEY',
  SIGNATURE_WEAK: 'SIGNATURE_WEAK',
  SIGNATURE_INVALID: 'SIGNATURE_INVALID',
} as const satisfies Readonly<Record<LoginRefusal, AttemptReason | null>>

/** Tells what the laptop's SFTP server sees, as the `logins` function does of Transfer Family's log. */
export const sftpActivity = ({ now, ...ports }: SightingPorts & { readonly now: () => number }) => {
  const note = async (sighting: Sighting): Promise<void> => {
    await noteSightings(ports, [sighting])
  }
  return {
    loggedIn: ({ user, client }: Login) => note({ kind: 'logged-in', at: now(), user, client }),
    refused: ({ user, reason, client, keyFingerprint }: FailedLogin) =>
      note({ kind: 'login-refused', at: now(), user, client, reason: reasons[reason], keyFingerprint }),
    folderMissed: (user: string) => note({ kind: 'folder-missed', at: now(), user, client: null }),
    uploadFailed: ({ user, reason }: FailedUpload) =>
      note({ kind: 'upload-failed', at: now(), user, client: null, reason }),
  }
}
