import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readDocument } from '#core/control/documents.ts'
import { deliveryPartition, endpointKey } from '#core/control/keys.ts'
import { queues } from '#core/deployment/queues.ts'
import type { ReceivedMessage } from '#core/ports/queue.ts'
import { type Delivery, DeliverySchema } from '#core/webhooks/delivery.ts'
import { type Endpoint, EndpointSchema, secretText } from '#core/webhooks/endpoint.ts'
import { sendEvent, type WebhookEvent } from '#core/webhooks/event.ts'
import { webhookPost } from '../../lambdas/adapters/webhook-post.ts'
import { deliverHandler } from '../../lambdas/deliver/deliver-handler.ts'
import type { DeliverPorts } from '../../lambdas/deliver/ports.ts'
import type { LogEvent } from '../../lambdas/runtime/log.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const context = { getRemainingTimeInMillis: () => 30_000 }

const toRecord = (message: ReceivedMessage) => ({
  messageId: message.messageId,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: '0',
    SenderId: 'tests',
    ApproximateFirstReceiveTimestamp: '0',
    ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn',
  awsRegion: 'eu-central-1',
})

const start = Date.UTC(2026, 0, 1)

/** The deliver function on a real queue, with a clock that the test moves. Requests really go out, to this machine only. */
export const openPostOffice = async (wrap: (ports: DeliverPorts) => DeliverPorts = (ports) => ports) => {
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-deliver-'))
  let time = start
  const clock = () => time
  const queue = openDiskQueue(folder, { ...queues.webhook, name: 'webhook' }, clock)
  onTestFinished(async () => {
    queue.close()
    await rm(folder, { recursive: true, force: true })
  })
  const control = memoryControlStore()
  const system = { ...systemOf('the secret of these tests'), clock }
  const logged: LogEvent[] = []
  const ports: DeliverPorts = {
    control,
    webhookQueue: queue,
    post: webhookPost({ allowsLocal: true, timeoutMs: 2_000 }),
    system,
    publicUrl: 'https://hr.example.com',
    dashboardUrl: 'https://hr-team.example.com',
    log: (event) => {
      logged.push(event)
    },
  }
  const handler = deliverHandler(wrap(ports))

  /** Handles one message, as Lambda would; answers whether there was one. */
  const handleOne = async (handle = handler): Promise<boolean> => {
    const [message] = await queue.receive({ max: 1, waitSeconds: 0 })
    if (!message) return false
    const { batchItemFailures } = await handle({ Records: [toRecord(message)] }, context)
    if (batchItemFailures.length === 0) await queue.remove(message.receipt)
    return true
  }

  let endpoints = 0
  const addEndpoint = async (url: string, parts: Partial<Endpoint> = {}): Promise<Endpoint> => {
    endpoints += 1
    const secrets = [{ name: 'first', expiresAt: null }]
    const made = { description: '', events: null, isEnabled: true, createdAt: time, deletedAt: null }
    const endpoint: Endpoint = { id: `endpoint-${endpoints}`, url, secrets, ...made, ...parts }
    await control.create(endpointKey(endpoint.id), endpoint)
    return endpoint
  }

  const deliveriesOf = async ({ id }: Endpoint): Promise<readonly Delivery[]> => {
    const { documents } = await control.query(deliveryPartition(id))
    const read = documents.map(({ key }) => readDocument(control, key, DeliverySchema))
    return (await Promise.all(read)).filter((each) => each !== undefined)
  }

  const changeEndpoint = async ({ id }: Endpoint, parts: Partial<Endpoint>): Promise<void> => {
    const document = await control.get(endpointKey(id))
    const endpoint = await readDocument(control, endpointKey(id), EndpointSchema)
    await control.replace(endpointKey(id), { ...endpoint, ...parts }, document?.revision ?? 0)
  }

  return {
    control,
    queue,
    ports,
    logged,
    addEndpoint,
    changeEndpoint,
    deliveriesOf,
    handleOne,
    now: clock,
    pass: (ms: number) => {
      time += ms
    },
    tell: (event: WebhookEvent) => sendEvent({ webhookQueue: queue }, event),
    secretOf: ({ id }: Endpoint, name = 'first') => secretText(system.hash, id, name),
    /** Handles whatever is there to be handled now. */
    work: async (): Promise<void> => {
      while (await handleOne());
    },
  }
}

/** A sync's event of an integration whose number is its name. */
export const finished = (integration: number, sync: number, notBefore = start): WebhookEvent => ({
  id: `sync-finished-${integration}-${sync}`,
  type: 'sync-finished',
  integrationId: `sftp:${integration}`,
  endUser: { organizationName: 'Müller & Söhne', creatorEmail: null, originId: null },
  occurredAt: start + sync,
  notBefore,
  syncId: `${sync}`,
  state: 'SUCCEEDED',
  startedAt: start - 60_500,
  endedAt: start,
})
