import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { Queue } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import type { QueueHandler } from '../../lambdas/runtime/queue.ts'

const pollMs = 15

type Sleeper = { readonly moment: number; readonly receipt: string | undefined }

/**
 * Knows whether a worker is at rest: every message it has in hand waits for a time to come. At rest it can be parked,
 * so that the clock is moved while nothing is under way.
 */
export const createGate = (now: Clock) => {
  const handled = new AsyncLocalStorage<string>()
  const sleeping = new Set<Sleeper>()
  const inHand = new Set<string>()
  let closed = false

  const sleepUntil = async (moment: number): Promise<void> => {
    const sleeper = { moment, receipt: handled.getStore() }
    sleeping.add(sleeper)
    while (now() < moment || closed) await delay(pollMs)
    sleeping.delete(sleeper)
  }

  const handedBack =
    <Rest extends unknown[]>(call: (receipt: string, ...rest: Rest) => Promise<void>) =>
    async (receipt: string, ...rest: Rest): Promise<void> => {
      try {
        await handled.run(receipt, () => call(receipt, ...rest))
      } finally {
        inHand.delete(receipt)
      }
    }

  const take = async (queue: Queue, max: number) => {
    for (;;) {
      const messages = closed ? [] : await queue.receive({ max, waitSeconds: 0 })
      for (const { receipt } of messages) inHand.add(receipt)
      if (messages.length > 0) return messages
      await delay(pollMs)
    }
  }

  return {
    /** A queue that hands out nothing while the gate is closed. */
    behind: (queue: Queue): Queue => ({
      send: queue.send,
      receive: ({ max }) => take(queue, max),
      remove: handedBack(queue.remove),
      changeVisibility: handedBack(queue.changeVisibility),
    }),
    /** A handler of one message at a time: what sleeps on its behalf is known as its own. */
    watched:
      (handler: QueueHandler): QueueHandler =>
      (event, context) =>
        handled.run(event.Records[0]?.receiptHandle ?? '', () => handler(event, context)),
    sleepUntil,
    /** Closes the gate if the worker is at rest, and answers when it wants to go on; undefined when it is at work. */
    park: (): { readonly wakeAt: number | null } | undefined => {
      const resting = new Set([...sleeping].map(({ receipt }) => receipt))
      if (![...inHand].every((receipt) => resting.has(receipt))) return undefined
      closed = true
      return { wakeAt: sleeping.size === 0 ? null : Math.min(...[...sleeping].map(({ moment }) => moment)) }
    },
    open: (): void => {
      closed = false
    },
  }
}
