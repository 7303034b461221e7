import * as v from 'valibot'
import { queues, retrySeconds, type WorkMessage, WorkMessageSchema } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { createErasure } from '../rights/erase-person.ts'
import { createPurge } from '../rights/purge-integration.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import { abandonSync } from './abandon.ts'
import { createChunkWork } from './chunks/work-chunk.ts'
import type { SyncPorts } from './ports.ts'
import { createSync } from './sync.ts'
import { createUpkeep } from './upkeep.ts'

const parseMessage = (body: string): WorkMessage => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), WorkMessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'not a sync message')
  return result.output
}

/** The function behind the sync queue: one message at a time, in order, for each integration. */
export const syncHandler = (
  ports: SyncPorts,
  firstSeconds = retrySeconds,
  workChunk = createChunkWork(ports),
): QueueHandler => {
  const sync = createSync(ports)
  const upkeep = createUpkeep(ports)
  const erasure = createErasure(ports)
  const purge = createPurge(ports)
  return queueHandler(
    async ({ body, receiveCount }, { deadline }) => {
      const message = parseMessage(body)
      if (message.kind === 'upkeep') return upkeep(message, deadline)
      if (message.kind === 'erasure') return erasure(message, deadline)
      if (message.kind === 'purge') return purge(message, deadline)
      if (message.kind === 'chunk') return workChunk(message)
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
