import type { ControlStore } from '#core/ports/control-store.ts'
import type { Mailer } from '#core/ports/mailer.ts'
import type { Queue } from '#core/ports/queue.ts'
import type { System } from '#core/ports/system.ts'
import type { WebhookPost } from '#core/ports/webhook-post.ts'
import type { Log } from '../runtime/log.ts'

/** What telling endpoints needs of the world. */
export type DeliverPorts = {
  readonly control: ControlStore
  /** Where its messages come from, and where it puts the deliveries of an event. */
  readonly webhookQueue: Pick<Queue, 'send' | 'changeVisibility'>
  readonly post: WebhookPost
  readonly system: Pick<System, 'clock' | 'random' | 'hash'>
  /** Where the customer's page is, without a slash at the end. */
  readonly publicUrl: string
  /** Where `log_url` leads, without a slash at the end. */
  readonly dashboardUrl: string
  /** Absent where no mails are sent. */
  readonly mailer?: Mailer | undefined
  readonly log: Log
}
