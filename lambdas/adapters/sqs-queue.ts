import { randomUUID } from 'node:crypto'
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs'
import type { Queue } from '#core/ports/queue.ts'

const mostPerReceive = 10
const longestWaitSeconds = 20

const staleNames = ['MessageNotInflight', 'ReceiptHandleIsInvalid']
const staleWords = /expired|does not exist|not available/i

/** A receipt dies when the message comes back; SQS says so in several ways. The message then belongs to its new holder. */
const unlessStale = (error: unknown): void => {
  const isStale =
    error instanceof SQSServiceException && (staleNames.includes(error.name) || staleWords.test(error.message))
  if (!isStale) throw error
}

/** A queue of SQS, standard or FIFO. */
export const sqsQueue = ({ client, url }: { readonly client: SQSClient; readonly url: string }): Queue => {
  const isFifo = url.endsWith('.fifo')
  return {
    send: async ({ body, groupId, deduplicationId, delaySeconds }) => {
      const fifo = isFifo && { MessageDeduplicationId: deduplicationId ?? randomUUID() }
      const message = { MessageBody: body, MessageGroupId: groupId, DelaySeconds: delaySeconds, ...fifo }
      await client.send(new SendMessageCommand({ QueueUrl: url, ...message }))
    },
    receive: async ({ max, waitSeconds }) => {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: Math.min(max, mostPerReceive),
          WaitTimeSeconds: Math.min(waitSeconds, longestWaitSeconds),
          MessageSystemAttributeNames: ['ApproximateReceiveCount', 'MessageGroupId'],
        }),
      )
      return Messages.map(({ MessageId = '', Body = '', ReceiptHandle = '', Attributes }) => ({
        messageId: MessageId,
        body: Body,
        groupId: Attributes?.MessageGroupId,
        receiveCount: Number(Attributes?.ApproximateReceiveCount),
        receipt: ReceiptHandle,
      }))
    },
    remove: async (receipt) => {
      await client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: receipt })).catch(unlessStale)
    },
    changeVisibility: async (receipt, seconds) => {
      const change = { QueueUrl: url, ReceiptHandle: receipt, VisibilityTimeout: seconds }
      await client.send(new ChangeMessageVisibilityCommand(change)).catch(unlessStale)
    },
  }
}
