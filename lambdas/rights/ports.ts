import type { SyncPorts } from '../sync/ports.ts'
import type { StateSession } from '../sync/state-session.ts'

/** What is at hand while something is taken away for good: the lease, and until when to go on, epoch ms. */
export type Removing = {
  readonly ports: SyncPorts
  readonly session: StateSession
  readonly integrationId: string
  readonly receiptId: string
  readonly stopAt: number
}

/** Where to go on, or that nothing is left. */
export type Progress = { readonly at: string } | 'done'
