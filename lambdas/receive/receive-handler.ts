import * as v from 'valibot'
import { queues, retrySeconds } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { LandingMessageSchema, landedObjects } from '#core/files/landing.ts'
import type { Queue } from '#core/ports/queue.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import { type ReceivePorts, receiveObject } from './receive.ts'

const parseMessage = (body: string) => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), LandingMessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'not an S3 notification')
  return landedObjects(result.output)
}

type Ports = ReceivePorts & { readonly landingQueue: Pick<Queue, 'changeVisibility'> }

/** The function behind the landing queue: S3's notifications of new objects. */
export const receiveHandler = (ports: Ports, firstSeconds = retrySeconds): QueueHandler =>
  queueHandler(
    async ({ body }) => {
      for (const landed of parseMessage(body)) await receiveObject(ports, landed)
    },
    ports.log,
    { queue: ports.landingQueue, shape: queues.landing, firstSeconds },
  )
