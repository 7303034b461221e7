/** One user per integration, rooted in its own folder of the landing bucket. */
export type SftpUsers = {
  /** Makes the user exist with exactly these keys (OpenSSH one-line form). Safe to repeat. */
  put(user: { readonly name: string; readonly publicKeys: readonly string[] }): Promise<void>
  /** Removes the user and its keys. Removing what is gone succeeds. */
  remove(name: string): Promise<void>
  /** The keys the user may log in with; `undefined` when there is no such user. */
  keys(name: string): Promise<readonly string[] | undefined>
}
