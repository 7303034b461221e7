import type { StoredFile } from '#core/ports/file-store.ts'

/** Why a client did not get in. Clients only hear "permission denied": whoever tries must not learn which names exist. */
export type LoginRefusal =
  /** It never offered a public key (a password, for instance). */
  | 'NO_KEY_OFFERED'
  | 'UNKNOWN_USER'
  | 'UNKNOWN_KEY'
  /** The right key, but signed with SHA-1, which Transfer Family's current security policies refuse. */
  | 'SIGNATURE_WEAK'
  | 'SIGNATURE_INVALID'

export type Login = { readonly user: string; readonly keyFingerprint: string; readonly client: string }

/** `user` is null for names that do not exist: what people type there can be anything, a password too. */
export type FailedLogin = {
  readonly user: string | null
  readonly reason: LoginRefusal
  readonly client: string
  /** Of the key that a client offered under a name that does not exist: whose key it is, may be known. */
  readonly keyFingerprint: string | null
}

export type UploadFailure = 'CONNECTION_LOST' | 'RANDOM_ACCESS'

export type Upload = { readonly user: string; readonly file: StoredFile }
export type FailedUpload = Upload & { readonly reason: UploadFailure }

/** What the server tells its caller, as Transfer Family tells EventBridge. None of it holds file contents. */
export type SftpEvents = {
  /** An object appeared (upload, partial upload, rename, folder marker). Awaited before the client hears of success. */
  objectCreated(file: StoredFile): Promise<void>
  uploadCompleted(upload: Upload): void
  /** The received part was stored all the same. Awaited, and before `objectCreated` for the same version. */
  uploadFailed(upload: FailedUpload): Promise<void>
  loginSucceeded(login: Login): void
  /** A client looked for a folder that is not there, or for one outside its own. */
  folderMissed(missed: { readonly user: string }): void
  /** Once per connection that ends without a login. */
  loginFailed(login: FailedLogin): void
  /** Something unexpected: a store that does not write, a lookup that fails. */
  fault(error: unknown): void
}
