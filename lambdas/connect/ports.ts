import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { SignIn } from '#core/ports/identity.ts'
import type { PgpKeyStore } from '#core/ports/pgp-key-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import type { System } from '#core/ports/system.ts'
import type { Uploads } from '#core/ports/uploads.ts'
import type { UsageCounter } from '#core/ports/usage-counter.ts'
import type { Decode } from '../decode/decode.ts'

export type SftpPlace = {
  readonly host: string
  readonly port: number
  /** The server's public keys in OpenSSH's one-line form. */
  readonly hostKeys: readonly string[]
  /** Fixed IP addresses of the server, where it has them. */
  readonly addresses: readonly string[]
}

/** What the flows need of the world. They alone may make SFTP users. */
export type ConnectPorts = {
  readonly control: ControlStore
  readonly sftpUsers: Pick<SftpUsers, 'put' | 'remove'>
  /** Where files, manifests, reports and samples lie. */
  readonly archive: Pick<FileStore, 'open' | 'head'>
  /** Takes archived files out of what they are packed and encrypted in. */
  readonly decode: Decode
  /** People are looked up by their ids, never listed: those whose removal is held have names on the customer's page. */
  readonly records: Pick<RecordStore, 'get'>
  /** Whose newest public half customers encrypt their files for. */
  readonly pgpKeys: Pick<PgpKeyStore, 'load'>
  readonly sampleUploads: Uploads
  /** What is put there counts as if the SFTP user had put it. */
  readonly landingUploads: Uploads
  readonly syncQueue: QueueSender
  readonly webhookQueue: QueueSender
  readonly system: System
  /** Of the vendor's team, who sees connections too: how people sign in, and how often API keys are used. */
  readonly signIn?: SignIn
  readonly usage: UsageCounter
  readonly requestsPerMinute: number
  /** Where the customer's HR system connects to. */
  readonly sftp: SftpPlace
}
