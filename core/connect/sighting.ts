import type { AttemptReason } from './attempt.ts'

/** What an SFTP server, Transfer Family or the laptop's, saw a client do. */
export type Sighting = {
  /** epoch ms */
  readonly at: number
  /** As the client gave it, so it may be anything; null where it is not told. */
  readonly user: string | null
  /** What the client calls itself; null where it is not told. */
  readonly client: string | null
} & (
  | { readonly kind: 'logged-in' }
  | LoginRefused
  | { readonly kind: 'folder-missed' }
  | { readonly kind: 'upload-failed'; readonly reason: 'CONNECTION_LOST' | 'RANDOM_ACCESS' }
)

export type LoginRefused = {
  readonly kind: 'login-refused'
  /** Null where the server only tells that it refused. */
  readonly reason: AttemptReason | null
  /** `SHA256:` and base64 without padding, of the key that was offered. */
  readonly keyFingerprint: string | null
}
