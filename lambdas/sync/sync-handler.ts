import * as v from 'valibot'
import { queues, retrySeconds, SyncMessageSchema } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import type { SyncPorts } from './ports.ts'
import { abandonSync, createSync } from './sync.ts'

const parseMessage = (body: string) => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), SyncMessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'not a sync message')
  return result.output
}

/** The function behind the sync queue: one message at a time, in order, for each integration. */
export const syncHandler = (ports: SyncPorts, firstSeconds = retrySeconds): QueueHandler => {
  const sync = createSync(ports)
  return queueHandler(
    async ({ body, receiveCount }, { deadline }) => {
      const message = parseMessage(body)
      try {
        await sync(message, deadline)
      } catch (error) {
        // The queue gives the message up after this time, so nobody else would ever say that the sync failed.
        if (receiveCount >= queues.sync.maxReceives) await abandonSync(ports, message)
        throw error
      }
    },
    ports.log,
    { queue: ports.syncQueue, shape: queues.sync, firstSeconds },
  )
}
