import { setTimeout as delay } from 'node:timers/promises'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type { Queue, ReceivedMessage } from '#core/ports/queue.ts'
import type { QueueHandler } from '../lambdas/runtime/queue.ts'

export type PumpOptions = {
  readonly queue: Queue
  readonly handler: QueueHandler
  /** Messages per invocation. */
  readonly batchSize: number
  /** Invocations at a time. */
  readonly workers: number
  readonly timeoutSeconds: number
  /** Told when the queue itself fails, for example on a full disk; the pump goes on once it works again. */
  readonly onFault: (error: unknown) => void
}

export type Pump = {
  /** Lets running invocations end and takes no more messages. */
  stop(): Promise<void>
}

const waitSeconds = 1
const retryMs = 1_000

const toRecord = (message: ReceivedMessage): SQSRecord => ({
  messageId: message.messageId,
  receiptHandle: message.receipt,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: '0',
    SenderId: 'laptop',
    ApproximateFirstReceiveTimestamp: '0',
    ...(message.groupId === undefined ? {} : { MessageGroupId: message.groupId }),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:laptop',
  awsRegion: 'eu-central-1',
})

/** Does on the laptop what Lambda's event source mapping does for a queue: hands messages to the handler, takes away those it handled. */
export const startPump = ({ queue, handler, batchSize, workers, timeoutSeconds, onFault }: PumpOptions): Pump => {
  let stopped = false

  const invoke = async (messages: readonly ReceivedMessage[]): Promise<void> => {
    const event: SQSEvent = { Records: messages.map(toRecord) }
    const endsAt = Date.now() + timeoutSeconds * 1000
    const { batchItemFailures } = await handler(event, { getRemainingTimeInMillis: () => endsAt - Date.now() })
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    for (const { messageId, receipt } of messages) if (!failed.has(messageId)) await queue.remove(receipt)
  }

  const turn = async (): Promise<void> => {
    const messages = await queue.receive({ max: batchSize, waitSeconds })
    if (messages.length > 0) await invoke(messages)
  }

  const work = async (): Promise<void> => {
    while (!stopped)
      await turn().catch(async (error: unknown) => {
        onFault(error)
        await delay(retryMs)
      })
  }

  const running = Array.from({ length: workers }, work)
  return {
    stop: async () => {
      stopped = true
      await Promise.all(running)
    },
  }
}
