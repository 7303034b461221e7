import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { QueueShape } from '#core/deployment/queues.ts'
import type { Queue } from '#core/ports/queue.ts'
import { errorFields } from './error-fields.ts'
import { type Log, stdoutLog } from './log.ts'

export type HandledMessage = {
  readonly messageId: string
  readonly body: string
  /** How often this message has been handed out, this time included. */
  readonly receiveCount: number
  /** FIFO queues only. */
  readonly groupId?: string | undefined
  readonly receipt: string
}

export type MessageContext = {
  /** When this invocation ends, epoch milliseconds. */
  readonly deadline: number
  /** Lets the message come back in so many seconds, though nothing went wrong: there is more to do with it then. */
  readonly comeBackIn: (seconds: number) => void
}

export type QueueHandler = (
  event: SQSEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
) => Promise<SQSBatchResponse>

/** Where messages that failed rest for a while. */
type Retries = {
  readonly queue: Pick<Queue, 'changeVisibility'>
  readonly shape: Pick<QueueShape, 'visibilitySeconds'>
  /** How long after the first failure; twice as long after each further one, but no longer than the queue's own time-out. */
  readonly firstSeconds: number
}

const restSeconds = ({ shape, firstSeconds }: Retries, receiveCount: number): number =>
  Math.min(firstSeconds * 2 ** (receiveCount - 1), shape.visibilitySeconds)

const toMessage = (record: SQSRecord): HandledMessage => ({
  messageId: record.messageId,
  body: record.body,
  receiveCount: Number(record.attributes.ApproximateReceiveCount),
  groupId: record.attributes.MessageGroupId,
  receipt: record.receiptHandle,
})

/** A message that is not done with, and when it wants to come back; `undefined` where it failed. */
type Left = { readonly message: HandledMessage; readonly seconds: number | undefined }

/** A message that cannot be put off comes back all the same, when its visibility time-out is over. */
const postpone = async (retries: Retries, left: readonly Left[], log: Log): Promise<void> => {
  for (const { message, seconds = restSeconds(retries, message.receiveCount) } of left)
    await retries.queue
      .changeVisibility(message.receipt, seconds)
      .catch((error: unknown) => log('QUEUE_FAILED', errorFields(error)))
}

/**
 * The function behind a queue: handles one message at a time and names those that failed, so that only they come back, after a
 * rest that doubles. In a FIFO batch nothing is handled after one that comes back: the messages behind it would overtake it.
 */
export const queueHandler =
  (
    handle: (message: HandledMessage, context: MessageContext) => Promise<void>,
    log: Log = stdoutLog,
    retries?: Retries,
  ): QueueHandler =>
  async (event, context) => {
    const left: Left[] = []
    const deadline = Date.now() + context.getRemainingTimeInMillis()
    for (const message of event.Records.map(toMessage)) {
      const { messageId, receiveCount } = message
      const group = message.groupId ?? null
      if (left.length > 0 && message.groupId !== undefined) {
        left.push({ message, seconds: undefined })
        log('MESSAGE_POSTPONED', { messageId, group })
        continue
      }
      try {
        let seconds: number | undefined
        await handle(message, {
          deadline,
          comeBackIn: (wish) => {
            seconds = wish
          },
        })
        if (seconds !== undefined) left.push({ message, seconds })
        log('MESSAGE_HANDLED', { messageId, group, receiveCount, comesBackIn: seconds ?? null })
      } catch (error) {
        left.push({ message, seconds: undefined })
        log('MESSAGE_FAILED', { messageId, group, receiveCount, ...errorFields(error) })
      }
    }
    if (retries) await postpone(retries, left, log)
    return { batchItemFailures: left.map(({ message }) => ({ itemIdentifier: message.messageId })) }
  }
