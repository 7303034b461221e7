import * as v from 'valibot'
import { queues, retrySeconds } from '#core/deployment/queues.ts'
import { Fault } from '#core/fault.ts'
import { LandingMessageSchema, landedObjects } from '#core/files/landing.ts'
import { type UploadEvent, UploadEventSchema } from '#core/files/upload-event.ts'
import type { Queue } from '#core/ports/queue.ts'
import { type QueueHandler, queueHandler } from '../runtime/queue.ts'
import { noteUploadEnd } from './note-upload-end.ts'
import { type ReceivePorts, receiveObject } from './receive.ts'

const MessageSchema = v.union([
  v.pipe(
    UploadEventSchema,
    v.transform((upload) => ({ upload })),
  ),
  v.pipe(
    LandingMessageSchema,
    v.transform((message) => ({ landed: landedObjects(message) })),
  ),
])

const parseMessage = (body: string) => {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), MessageSchema), body)
  if (!result.success) throw new Fault('MESSAGE_INVALID', 'neither an S3 notification nor the end of an upload')
  return result.output
}

type Ports = ReceivePorts & {
  readonly landingQueue: Pick<Queue, 'changeVisibility'>
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Milliseconds between looks for a file whose own message is probably being handled at the same moment. */
const glances = [50, 100, 200, 400]
/** Seconds after which the end of an upload is looked at again while its file is not known yet: six minutes and a half in all. */
const waits = [2, 30, 90, 270]

type Noted = Awaited<ReturnType<typeof noteUploadEnd>>

/** A sync may be waiting for this word, so it is not put off for whole seconds at once. */
const notePatiently = async (ports: Ports, upload: UploadEvent): Promise<Noted> => {
  for (const pause of glances) {
    const noted = await noteUploadEnd(ports, upload)
    if (noted !== 'too-early') return noted
    await ports.wait(pause)
  }
  return noteUploadEnd(ports, upload)
}

/** The function behind the landing queue: S3's notifications of new objects, and Transfer Family's events of uploads that ended. */
export const receiveHandler = (ports: Ports, firstSeconds = retrySeconds): QueueHandler =>
  queueHandler(
    async ({ body, receiveCount }, { comeBackIn }) => {
      const message = parseMessage(body)
      if ('landed' in message) {
        for (const landed of message.landed) await receiveObject(ports, landed)
        return
      }
      const note = receiveCount === 1 ? notePatiently : noteUploadEnd
      const noted = await note(ports, message.upload)
      const wait = waits[receiveCount - 1]
      if (noted === 'too-early' && wait !== undefined) comeBackIn(wait)
      else if (noted !== 'noted') ports.log('UPLOAD_END_IGNORED', { reason: noted })
    },
    ports.log,
    { queue: ports.landingQueue, shape: queues.landing, firstSeconds },
  )
