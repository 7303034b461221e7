import type { ControlStore } from '#core/ports/control-store.ts'
import type { Downloads } from '#core/ports/downloads.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { SignIn } from '#core/ports/identity.ts'
import type { Metrics } from '#core/ports/metrics.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import type { System } from '#core/ports/system.ts'
import type { UsageCounter } from '#core/ports/usage-counter.ts'
import type { Decode } from '../decode/decode.ts'

/** What the unified and the management API need of the world. They read records and never write them. */
export type ApiPorts = {
  readonly control: ControlStore
  readonly records: Pick<RecordStore, 'get' | 'list' | 'feed' | 'listByEmployee'>
  /** Where files, manifests and sync reports lie. */
  readonly archive: Pick<FileStore, 'open'>
  /** Takes archived files out of what they are packed and encrypted in. */
  readonly decode: Decode
  readonly downloads: Downloads
  readonly syncQueue: QueueSender
  readonly webhookQueue: QueueSender
  /** Whether endpoints may be on this machine and without TLS: for developers. */
  readonly allowsLocalWebhooks: boolean
  readonly sftpUsers: Pick<SftpUsers, 'remove'>
  /** How often API keys are used. */
  readonly usage: UsageCounter
  /** What the deployment has measured of itself. */
  readonly metrics: Metrics
  /** What an API key may send that has no limit of its own. */
  readonly requestsPerMinute: number
  readonly system: System
  /** Absent where people do not sign in: then only API keys are let through. */
  readonly signIn?: SignIn
  /** Where the flow's page is, without a slash at the end, for example `https://hr.example.com`. */
  readonly publicUrl: string
  /** Where `log_url` leads, without a slash at the end. */
  readonly dashboardUrl: string
}
