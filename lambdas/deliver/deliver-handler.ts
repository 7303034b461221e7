import * as v from 'valibot'
import { queues, retrySeconds } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { MailMessageSchema, ToldMessageSchema } from '#core/mail/occasion.ts'
import { WebhookMessageSchema } from '#core/webhooks/event.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import { attemptDelivery } from './attempt.ts'
import { sendMail, spreadMails } from './mails.ts'
import type { DeliverPorts } from './ports.ts'
import { spread } from './spread.ts'

const MessageSchema = v.union([WebhookMessageSchema, ToldMessageSchema, MailMessageSchema])

const parseMessage = (body: string): v.InferOutput<typeof MessageSchema> => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), MessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'not a webhook message')
  return result.output
}

/** The function behind the webhook queue: spreads events to endpoints, in order for each integration, and to the customer's contacts, and makes the deliveries. */
export const deliverHandler = (ports: DeliverPorts, firstSeconds = retrySeconds): QueueHandler =>
  queueHandler(
    async ({ body }, context) => {
      const message = parseMessage(body)
      if (message.kind === 'event') await spread(ports, message.event, context)
      else if (message.kind === 'told') await spreadMails(ports, message)
      else if (message.kind === 'mail') await sendMail(ports, message)
      else await attemptDelivery(ports, message, context)
    },
    ports.log,
    { queue: ports.webhookQueue, shape: queues.webhook, firstSeconds },
  )
