import * as v from 'valibot'
import { Fault } from '#core/fault.ts'
import { LandingMessageSchema, landedObjects } from '#core/files/landing.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import { type ReceivePorts, receiveObject } from './receive.ts'

const parseMessage = (body: string) => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), LandingMessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'not an S3 notification')
  return landedObjects(result.output)
}

/** The function behind the landing queue: S3's notifications of new objects. */
export const receiveHandler = (ports: ReceivePorts): QueueHandler =>
  queueHandler(async ({ body }) => {
    for (const landed of parseMessage(body)) await receiveObject(ports, landed)
  }, ports.log)
