import type { HostKeys } from '#core/deployment/host-keys.ts'

/** Keeps the SFTP server's private keys; `undefined` until they are saved for the first time. */
export type HostKeyStore = {
  load(): Promise<HostKeys | undefined>
  save(keys: HostKeys): Promise<void>
}
