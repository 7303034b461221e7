import { setTimeout as delay } from 'node:timers/promises'
import type { Queue } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'

const pollMs = 15

/**
 * Knows whether a worker is at rest: every message it has in hand waits for a time to come. At rest it can be parked,
 * so that the clock is moved while nothing is under way.
 */
export const createGate = (now: Clock) => {
  const sleeping = new Map<symbol, number>()
  let inHand = 0
  let closed = false

  const sleepUntil = async (moment: number): Promise<void> => {
    const sleeper = Symbol()
    sleeping.set(sleeper, moment)
    while (now() < moment || closed) await delay(pollMs)
    sleeping.delete(sleeper)
  }

  const handedBack =
    <Arguments extends unknown[]>(call: (...given: Arguments) => Promise<void>) =>
    async (...given: Arguments): Promise<void> => {
      try {
        await call(...given)
      } finally {
        inHand -= 1
      }
    }

  const take = async (queue: Queue, max: number) => {
    for (;;) {
      const messages = closed ? [] : await queue.receive({ max, waitSeconds: 0 })
      inHand += messages.length
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
    sleepUntil,
    /** Closes the gate if the worker is at rest, and answers when it wants to go on; undefined when it is at work. */
    park: (): { readonly wakeAt: number | null } | undefined => {
      if (inHand > sleeping.size) return undefined
      closed = true
      return { wakeAt: sleeping.size === 0 ? null : Math.min(...sleeping.values()) }
    },
    open: (): void => {
      closed = false
    },
  }
}
