import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
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

const toMessage = (record: SQSRecord): HandledMessage => ({
  messageId: record.messageId,
  body: record.body,
  receiveCount: Number(record.attributes.ApproximateReceiveCount),
  groupId: record.attributes.MessageGroupId,
  receipt: record.receiptHandle,
})

/**
 * The function behind a queue: handles one message at a time and names those that failed, so that only they come back.
 * In a FIFO batch nothing is handled after a failure: the messages behind it would overtake it.
 */
export const queueHandler =
  (handle: (message: HandledMessage, context: MessageContext) => Promise<void>, log: Log = stdoutLog): QueueHandler =>
  async (event, context) => {
    const failed: string[] = []
    const deadline = Date.now() + context.getRemainingTimeInMillis()
    for (const message of event.Records.map(toMessage)) {
      const { messageId, receiveCount } = message
      const group = message.groupId ?? null
      if (failed.length > 0 && message.groupId !== undefined) {
        failed.push(messageId)
        log('MESSAGE_POSTPONED', { messageId, group })
        continue
      }
      try {
        await handle(message, { deadline })
        log('MESSAGE_HANDLED', { messageId, group, receiveCount })
      } catch (error) {
        failed.push(messageId)
        log('MESSAGE_FAILED', { messageId, group, receiveCount, ...errorFields(error) })
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
  }
