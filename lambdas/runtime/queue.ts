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

/** A message that cannot be put off comes back all the same, when its visibility time-out is over. */
const postpone = async (retries: Retries, messages: readonly HandledMessage[], log: Log): Promise<void> => {
  for (const { receipt, receiveCount } of messages)
    await retries.queue
      .changeVisibility(receipt, restSeconds(retries, receiveCount))
      .catch((error: unknown) => log('QUEUE_FAILED', errorFields(error)))
}

/**
 * The function behind a queue: handles one message at a time and names those that failed, so that only they come back, after a
 * rest that doubles. In a FIFO batch nothing is handled after a failure: the messages behind it would overtake it.
 */
export const queueHandler =
  (
    handle: (message: HandledMessage, context: MessageContext) => Promise<void>,
    log: Log = stdoutLog,
    retries?: Retries,
  ): QueueHandler =>
  async (event, context) => {
    const failed: HandledMessage[] = []
    const deadline = Date.now() + context.getRemainingTimeInMillis()
    for (const message of event.Records.map(toMessage)) {
      const { messageId, receiveCount } = message
      const group = message.groupId ?? null
      if (failed.length > 0 && message.groupId !== undefined) {
        failed.push(message)
        log('MESSAGE_POSTPONED', { messageId, group })
        continue
      }
      try {
        await handle(message, { deadline })
        log('MESSAGE_HANDLED', { messageId, group, receiveCount })
      } catch (error) {
        failed.push(message)
        log('MESSAGE_FAILED', { messageId, group, receiveCount, ...errorFields(error) })
      }
    }
    if (retries) await postpone(retries, failed, log)
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
  }
