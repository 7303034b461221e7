import * as v from 'valibot'
import type { Queue } from '#core/ports/queue.ts'
import { WebhookMessageSchema } from '#core/webhooks/event.ts'
import type { ChangedModel } from '#core/webhooks/event-types.ts'

type News = { readonly models: readonly ChangedModel[]; readonly notBefore: number }

const newsIn = (body: string): readonly News[] => {
  const message = v.parse(WebhookMessageSchema, JSON.parse(body))
  return message.kind === 'event' && message.event.type === 'data-changed' ? [message.event] : []
}

/** What the workers announce of their syncs: who listens hears of changed data when it is time, and not before. */
export const hearAnnouncements = (queue: Queue, now: () => number) => {
  let waiting: News[] = []

  const take = async (): Promise<void> => {
    for (;;) {
      const messages = await queue.receive({ max: 10, waitSeconds: 0 })
      if (messages.length === 0) return
      for (const { body, receipt } of messages) {
        waiting.push(...newsIn(body))
        await queue.remove(receipt)
      }
    }
  }

  return {
    /** The models of all that is due; it is not told again. */
    due: async (): Promise<ReadonlySet<ChangedModel>> => {
      await take()
      const due = waiting.filter(({ notBefore }) => notBefore <= now())
      waiting = waiting.filter((news) => !due.includes(news))
      return new Set(due.flatMap(({ models }) => models))
    },
    /** When the next is due; null when there is none. */
    nextAt: (): number | null => (waiting.length === 0 ? null : Math.min(...waiting.map((news) => news.notBefore))),
  }
}
