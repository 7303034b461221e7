import * as v from 'valibot'
import { type SetupStep, setupStatus } from '#core/api/setup.ts'
import { setupOf } from '#core/api/setup-of.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { announcementKey } from '#core/control/keys.ts'
import { Fault } from '#core/fault.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import { aboutIntegration, eventId, sendEvent, type WebhookEvent } from './event.ts'

type StateChanged = Extract<WebhookEvent, { readonly type: 'integration-state-changed' }>
type Standing = Pick<StateChanged, 'state' | 'setupStatus' | 'qaStatus'>

/** What endpoints were last told of an integration's states, or are about to be told. */
const AnnouncementSchema = v.object({
  number: v.number(),
  /** Whether its event was handed over. */
  isSent: v.boolean(),
  /** epoch ms */
  at: v.number(),
  state: v.picklist(['ACTIVE', 'INVALID', 'INACTIVE']),
  setupStatus: v.picklist(['INCOMPLETE', 'FINAL_SYNC_PENDING', 'COMPLETED']),
  qaStatus: v.picklist(['PENDING', 'FAILED', 'PASSED']),
})
type Announcement = v.InferOutput<typeof AnnouncementSchema>

/** How every integration begins: nobody needs to be told. */
const beginning: Announcement = {
  number: 0,
  isSent: true,
  at: 0,
  state: 'ACTIVE',
  setupStatus: 'INCOMPLETE',
  qaStatus: 'PENDING',
}

/** The `qa_status` of contract 7.1: reads that answer QA_FAILED mean that the mapping awaits approval. */
const qaStatus = {
  waiting_for_file: 'PENDING',
  waiting_for_customer: 'PENDING',
  waiting_for_approval: 'FAILED',
  waiting_for_sync: 'PASSED',
  ready: 'PASSED',
} as const satisfies Readonly<Record<SetupStep, string>>

type Ports = { readonly control: ControlStore; readonly webhookQueue: QueueSender }

const standingOf = async ({ control }: Ports, integration: Integration): Promise<Standing> => {
  const { step } = await setupOf(control, integration)
  const state = integration.status === 'DELETING' ? 'INACTIVE' : integration.status
  return { state, setupStatus: setupStatus[step], qaStatus: qaStatus[step] }
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.state === other.state && one.setupStatus === other.setupStatus && one.qaStatus === other.qaStatus

const eventOf = (
  integration: Integration,
  { number, at, state, setupStatus, qaStatus }: Announcement,
): WebhookEvent => ({
  ...aboutIntegration(integration, at),
  type: 'integration-state-changed',
  id: eventId('integration-state-changed', `${integration.sftpUser}-${number}`),
  state,
  setupStatus,
  qaStatus,
})

/** Does the next step, if one is left: first hands over what was decided before, then decides on the next announcement. */
const step = async (ports: Ports, integration: Integration, now: number): Promise<'done' | 'again'> => {
  const { control } = ports
  const key = announcementKey(integration.id)
  const document = await control.get(key)
  const last = document ? v.parse(AnnouncementSchema, document.value) : beginning
  if (document && !last.isSent) {
    await sendEvent(ports, eventOf(integration, last))
    await control.replace(key, { ...last, isSent: true }, document.revision)
    return 'again'
  }
  // Read after the announcement: whoever announces meanwhile moves its revision.
  const standing = await standingOf(ports, integration)
  if (isSame(standing, last)) return 'done'
  const next: Announcement = { ...standing, number: last.number + 1, at: now, isSent: false }
  await (document ? control.replace(key, next, document.revision) : control.create(key, next))
  return 'again'
}

const maxSteps = 20

/**
 * Tells endpoints how the integration stands if that differs from what they were last told: to be called after whatever may
 * change its status, `setup_status` or `qa_status`. Safe to repeat; what an earlier call left undone is done first.
 */
export const announceState = async (ports: Ports, integrationId: string, now: number): Promise<void> => {
  for (let count = 0; count < maxSteps; count += 1) {
    const integration = await readIntegration(ports.control, integrationId)
    if (!integration || (await step(ports, integration, now)) === 'done') return
  }
  throw new Fault('STORE_CONTENDED', `the announcements of ${integrationId}`)
}
