import type { SQSRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { Fault } from '#core/fault.ts'
import type { LogEvent, LogFields } from '../../lambdas/runtime/log.ts'
import { type HandledMessage, type MessageContext, queueHandler } from '../../lambdas/runtime/queue.ts'

const record = (messageId: string, groupId?: string, receiveCount = 2): SQSRecord => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body: `body-${messageId}`,
  attributes: {
    ApproximateReceiveCount: String(receiveCount),
    SentTimestamp: '0',
    SenderId: 'tests',
    ApproximateFirstReceiveTimestamp: '0',
    ...(groupId === undefined ? {} : { MessageGroupId: groupId }),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn',
  awsRegion: 'eu-central-1',
})

const context = { getRemainingTimeInMillis: () => 1_000 }

const underTest = (failing: readonly string[] = [], later: Readonly<Record<string, number>> = {}) => {
  const handled: { message: HandledMessage; context: MessageContext }[] = []
  const logged: { event: LogEvent; fields: LogFields }[] = []
  const rests: string[] = []
  const changeVisibility = async (receipt: string, seconds: number): Promise<void> => {
    rests.push(`${receipt} ${seconds}`)
    if (receipt === 'receipt-stuck') throw new Error('SQS is down')
  }
  const handler = queueHandler(
    async (message, messageContext) => {
      if (failing.includes(message.messageId)) throw new Fault('MESSAGE_INVALID', 'not ours')
      handled.push({ message, context: messageContext })
      const seconds = later[message.messageId]
      if (seconds !== undefined) messageContext.comeBackIn(seconds)
    },
    (event, fields = {}) => {
      logged.push({ event, fields })
    },
    { queue: { changeVisibility }, shape: { visibilitySeconds: 200 }, firstSeconds: 30 },
  )
  return { handler, handled, logged, rests }
}

test('a message comes with its receipt, its count, its group and the deadline of the invocation', async () => {
  const { handler, handled } = underTest()
  const startedAt = Date.now()
  expect(await handler({ Records: [record('1', 'group')] }, context)).toEqual({ batchItemFailures: [] })
  expect(handled[0]?.message).toEqual({
    messageId: '1',
    body: 'body-1',
    receiveCount: 2,
    groupId: 'group',
    receipt: 'receipt-1',
  })
  expect(handled[0]?.context.deadline).toBeGreaterThanOrEqual(startedAt + 1_000)
})

test('in a standard batch only what failed comes back', async () => {
  const { handler, handled, logged } = underTest(['2'])
  const answer = await handler({ Records: [record('1'), record('2'), record('3')] }, context)
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  expect(handled.map(({ message }) => message.messageId)).toEqual(['1', '3'])
  expect(logged).toContainEqual({
    event: 'MESSAGE_FAILED',
    fields: expect.objectContaining({ messageId: '2', receiveCount: 2, code: 'MESSAGE_INVALID' }),
  })
})

test('in a FIFO batch nothing overtakes what failed', async () => {
  const { handler, handled } = underTest(['2'])
  const answer = await handler({ Records: [record('1', 'g'), record('2', 'g'), record('3', 'g')] }, context)
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] })
  expect(handled.map(({ message }) => message.messageId)).toEqual(['1'])
})

test('what failed rests for 30 seconds, twice as long after each further failure, no longer than the queue would hide it', async () => {
  const rested = async (receiveCount: number) => {
    const { handler, rests } = underTest(['1'])
    await handler({ Records: [record('1', 'g', receiveCount), record('2', 'g', 1)] }, context)
    return rests
  }
  expect(await rested(1)).toEqual(['receipt-1 30', 'receipt-2 30'])
  expect(await rested(2)).toEqual(['receipt-1 60', 'receipt-2 30'])
  expect(await rested(4)).toEqual(['receipt-1 200', 'receipt-2 30'])
})

test('what succeeded does not rest', async () => {
  const { handler, rests } = underTest(['2'])
  await handler({ Records: [record('1'), record('2')] }, context)
  expect(rests).toEqual(['receipt-2 60'])
})

test('a message that cannot be put off is still named as failed', async () => {
  const { handler, logged } = underTest(['stuck'])
  const answer = await handler({ Records: [record('stuck')] }, context)
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'stuck' }] })
  expect(logged.map(({ event }) => event)).toEqual(['MESSAGE_FAILED', 'QUEUE_FAILED'])
})

test('a message that is to come back rests for as long as it wishes, and those of its group wait behind it', async () => {
  const { handler, handled, logged, rests } = underTest([], { '1': 7_200 })
  const answer = await handler({ Records: [record('1', 'group'), record('2', 'group')] }, context)
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }, { itemIdentifier: '2' }] })
  expect(handled.map(({ message }) => message.messageId)).toEqual(['1'])
  expect(rests).toEqual(['receipt-1 7200', 'receipt-2 60'])
  expect(logged.map(({ event }) => event)).toEqual(['MESSAGE_HANDLED', 'MESSAGE_POSTPONED'])
})
