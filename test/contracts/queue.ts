import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QueueShape } from '#core/deployment/queues.ts'
import type { Queue, ReceivedMessage } from '#core/ports/queue.ts'

export type QueueUnderTest = {
  readonly queue: Queue
  readonly deadLetters: () => Promise<readonly { readonly body: string }[]>
  /** Lets time pass: by moving the clock where the adapter has one. */
  readonly elapse: (seconds: number) => Promise<void>
  readonly close?: () => Promise<void>
}

/** What an adapter (or the emulator behind it) cannot do, by the name of the promise, with the reason. */
type Exceptions = Readonly<Record<string, string>>

const visibilitySeconds = 2
const maxReceives = 3

export const queueContract = (
  name: string,
  make: (shape: QueueShape) => Promise<QueueUnderTest>,
  exceptions: Exceptions = {},
): void => {
  const promise = (title: string, test: () => Promise<void>) => {
    const reason = exceptions[title]
    if (reason === undefined) it(title, test)
    else it.skip(`${title} (${reason})`, test)
  }

  let made: QueueUnderTest
  const useQueue = (fifo: boolean) => {
    beforeEach(async () => {
      made = await make({ fifo, visibilitySeconds, maxReceives })
    })
    afterEach(() => made.close?.())
  }

  const receive = (max = 10): Promise<readonly ReceivedMessage[]> => made.queue.receive({ max, waitSeconds: 0 })
  const receiveOne = async (): Promise<ReceivedMessage> => {
    const [message] = await made.queue.receive({ max: 1, waitSeconds: 1 })
    if (!message) throw new Error('the queue handed out nothing')
    return message
  }
  const bodies = async (): Promise<readonly string[]> => (await receive()).map((message) => message.body).sort()
  const timeOut = () => made.elapse(visibilitySeconds + 0.2)
  const exhaust = async () => {
    for (let count = 1; count <= maxReceives; count += 1) {
      expect(await receiveOne()).toMatchObject({ receiveCount: count })
      await timeOut()
    }
  }

  describe(`Queue, standard: ${name}`, () => {
    useQueue(false)

    promise('hands out what was sent', async () => {
      const body = JSON.stringify({ text: 'Größe "1"\n👩‍💼 <&>' })
      await made.queue.send({ body })
      const message = await receiveOne()
      expect(message).toMatchObject({ body, receiveCount: 1 })
      expect(message.messageId).not.toBe('')
      expect(message.groupId).toBeUndefined()
    })

    promise('answers nothing when there is nothing', async () => {
      expect(await receive()).toEqual([])
    })

    promise('hands out no more than asked for, and everything in the end', async () => {
      for (const body of ['a', 'b', 'c']) await made.queue.send({ body })
      const first = await receive(2)
      expect(first.length).toBeLessThanOrEqual(2)
      const all = [...first]
      while (all.length < 3) all.push(await receiveOne())
      expect(all.map((message) => message.body).sort()).toEqual(['a', 'b', 'c'])
    })

    promise('shares the messages among consumers', async () => {
      for (let index = 0; index < 20; index += 1) await made.queue.send({ body: String(index) })
      const seen: string[] = []
      const consume = async (): Promise<void> => {
        const messages = await receive(3)
        for (const message of messages) {
          seen.push(message.body)
          await made.queue.remove(message.receipt)
        }
        if (messages.length > 0) await consume()
      }
      await Promise.all([consume(), consume(), consume()])
      expect(seen.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => String(index)).toSorted())
    })

    promise('waits for a message', async () => {
      const waiting = made.queue.receive({ max: 1, waitSeconds: 10 })
      await made.queue.send({ body: 'late' })
      expect(await waiting).toMatchObject([{ body: 'late' }])
    })

    promise('hides a message while it is in flight', async () => {
      await made.queue.send({ body: 'a' })
      await receiveOne()
      expect(await receive()).toEqual([])
    })

    promise('hands out again what was not removed in time, and counts', async () => {
      await made.queue.send({ body: 'a' })
      const first = await receiveOne()
      await timeOut()
      const second = await receiveOne()
      expect(second).toMatchObject({ messageId: first.messageId, body: 'a', receiveCount: 2 })
    })

    promise('never hands out what was removed', async () => {
      await made.queue.send({ body: 'a' })
      const { receipt } = await receiveOne()
      await made.queue.remove(receipt)
      await made.queue.remove(receipt)
      await timeOut()
      expect(await receive()).toEqual([])
    })

    promise('shortens the visibility time-out to nothing', async () => {
      await made.queue.send({ body: 'a' })
      const { receipt } = await receiveOne()
      await made.queue.changeVisibility(receipt, 0)
      expect(await receiveOne()).toMatchObject({ body: 'a', receiveCount: 2 })
    })

    promise('prolongs the visibility time-out, counted from the change', async () => {
      await made.queue.send({ body: 'a' })
      const { receipt } = await receiveOne()
      await made.queue.changeVisibility(receipt, 2 * visibilitySeconds)
      await timeOut()
      expect(await receive()).toEqual([])
      await timeOut()
      expect(await receiveOne()).toMatchObject({ receiveCount: 2 })
    })

    promise('ignores the visibility change of one who no longer holds the message', async () => {
      await made.queue.send({ body: 'a' })
      const { receipt } = await receiveOne()
      await timeOut()
      await receiveOne()
      await made.queue.changeVisibility(receipt, 0)
      expect(await receive()).toEqual([])
    })

    promise('ignores the removal of one who no longer holds the message', async () => {
      await made.queue.send({ body: 'a' })
      const { receipt } = await receiveOne()
      await timeOut()
      await receiveOne()
      await made.queue.remove(receipt)
      await timeOut()
      expect(await receiveOne()).toMatchObject({ body: 'a', receiveCount: 3 })
    })

    promise('holds a delayed message back', async () => {
      await made.queue.send({ body: 'later', delaySeconds: 2 })
      await made.queue.send({ body: 'now' })
      expect((await receiveOne()).body).toBe('now')
      expect(await receive()).toEqual([])
      await made.elapse(2.2)
      expect(await receiveOne()).toMatchObject({ body: 'later', receiveCount: 1 })
    })

    promise('moves to the dead letters what was handed out too often', async () => {
      await made.queue.send({ body: 'poison' })
      await exhaust()
      expect(await receive()).toEqual([])
      expect(await made.deadLetters()).toMatchObject([{ body: 'poison' }])
    })
  })

  describe(`Queue, FIFO: ${name}`, () => {
    useQueue(true)
    const send = (groupId: string, body: string, deduplicationId = `${groupId}:${body}`) =>
      made.queue.send({ body, groupId, deduplicationId })

    promise('tells the group', async () => {
      await send('A', '1')
      expect(await receiveOne()).toMatchObject({ groupId: 'A', body: '1', receiveCount: 1 })
    })

    promise('hands out a group in order', async () => {
      for (const body of ['1', '2', '3', '4']) await send('A', body)
      const seen: string[] = []
      for (let index = 0; index < 4; index += 1) {
        const message = await receiveOne()
        seen.push(message.body)
        await made.queue.remove(message.receipt)
      }
      expect(seen).toEqual(['1', '2', '3', '4'])
    })

    promise('locks a group, and only it, while one of its messages is in flight', async () => {
      await send('A', 'a1')
      const first = await receiveOne()
      await send('A', 'a2')
      expect(await receive()).toEqual([])
      await send('B', 'b1')
      expect(await bodies()).toEqual(['b1'])
      await made.queue.remove(first.receipt)
      expect(await bodies()).toEqual(['a2'])
    })

    promise('hands out a failed message again before its successors', async () => {
      await send('A', '1')
      const first = await receiveOne()
      await send('A', '2')
      await timeOut()
      const again = await receiveOne()
      expect(again).toMatchObject({ messageId: first.messageId, body: '1', receiveCount: 2 })
      await made.queue.remove(again.receipt)
      expect(await receiveOne()).toMatchObject({ body: '2', receiveCount: 1 })
    })

    promise('keeps the group locked as long as its holder prolongs', async () => {
      await send('A', '1')
      const { receipt } = await receiveOne()
      await send('A', '2')
      await made.queue.changeVisibility(receipt, 2 * visibilitySeconds)
      await timeOut()
      expect(await receive()).toEqual([])
      await made.queue.changeVisibility(receipt, 0)
      expect(await receiveOne()).toMatchObject({ body: '1', receiveCount: 2 })
    })

    promise('goes on with a group after its dead letter', async () => {
      await send('A', 'poison')
      await exhaust()
      await send('A', 'healthy')
      expect(await receiveOne()).toMatchObject({ body: 'healthy', receiveCount: 1 })
      expect(await made.deadLetters()).toMatchObject([{ body: 'poison' }])
    })

    promise('drops a repeated deduplication id', async () => {
      await send('A', 'first', 'same')
      await send('A', 'second', 'same')
      const message = await receiveOne()
      expect(message.body).toBe('first')
      await made.queue.remove(message.receipt)
      expect(await receive()).toEqual([])
    })

    promise('drops a repeated deduplication id after its first message is gone', async () => {
      await send('A', 'first', 'same')
      await made.queue.remove((await receiveOne()).receipt)
      await send('A', 'second', 'same')
      expect(await receive()).toEqual([])
    })

    promise('drops all but one of concurrent messages with one deduplication id', async () => {
      await Promise.all(Array.from({ length: 10 }, (_, index) => send('A', String(index), 'same')))
      const { receipt } = await receiveOne()
      await made.queue.remove(receipt)
      expect(await receive()).toEqual([])
    })

    promise('forgets a deduplication id after five minutes', async () => {
      await send('A', 'first', 'same')
      await made.queue.remove((await receiveOne()).receipt)
      await made.elapse(301)
      await send('A', 'second', 'same')
      expect(await receiveOne()).toMatchObject({ body: 'second' })
    })

    promise('keeps apart messages without a deduplication id, even equal ones', async () => {
      await made.queue.send({ body: 'same', groupId: 'A' })
      await made.queue.send({ body: 'same', groupId: 'B' })
      await made.queue.send({ body: 'same', groupId: 'B' })
      const first = [await receiveOne(), await receiveOne()]
      for (const { receipt } of first) await made.queue.remove(receipt)
      expect(await receiveOne()).toMatchObject({ body: 'same', groupId: 'B' })
    })
  })
}
