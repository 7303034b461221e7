import { setTimeout as delay } from 'node:timers/promises'
import { CreateQueueCommand, GetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll } from 'vitest'
import type { QueueShape } from '#core/deployment/queues.ts'
import { sqsClient } from '../../lambdas/adapters/clients.ts'
import { sqsQueue } from '../../lambdas/adapters/sqs-queue.ts'
import { queueContract } from '../contracts/queue.ts'
import { freshName, moto } from './moto.ts'

const client = sqsClient(moto)
afterAll(() => client.destroy())

const create = async (kind: string, fifo: boolean, attributes: Readonly<Record<string, string>>): Promise<string> => {
  const { QueueUrl = '' } = await client.send(
    new CreateQueueCommand({
      QueueName: `${freshName(kind)}${fifo ? '.fifo' : ''}`,
      Attributes: { ...attributes, ...(fifo && { FifoQueue: 'true' }) },
    }),
  )
  return QueueUrl
}

const arnOf = async (url: string): Promise<string> => {
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] })
  return (await client.send(command)).Attributes?.QueueArn ?? ''
}

const make = async ({ fifo, visibilitySeconds, maxReceives }: QueueShape) => {
  const deadUrl = await create('dead', fifo, {})
  const redrive = { deadLetterTargetArn: await arnOf(deadUrl), maxReceiveCount: maxReceives }
  const url = await create('queue', fifo, {
    VisibilityTimeout: String(visibilitySeconds),
    RedrivePolicy: JSON.stringify(redrive),
  })
  return {
    queue: sqsQueue({ client, url }),
    deadLetters: () => sqsQueue({ client, url: deadUrl }).receive({ max: 10, waitSeconds: 1 }),
    elapse: (seconds: number) => delay(seconds * 1000),
  }
}

queueContract('SQS (moto)', make, {
  'forgets a deduplication id after five minutes': 'moto has no clock to move, and nobody waits five minutes',
  'drops a repeated deduplication id after its first message is gone':
    'moto looks for the id only among messages that are still there',
  'ignores the visibility change of one who no longer holds the message': 'moto honours every receipt it ever gave',
  'ignores the removal of one who no longer holds the message': 'moto honours every receipt it ever gave',
})
