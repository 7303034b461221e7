import type { Queue } from '#core/ports/queue.ts'
import type { Random } from '../../bench/data/random.ts'
import { hearAnnouncements } from './announcements.ts'
import { openApiFront } from './api-front.ts'
import type { Apps } from './apps.ts'
import { listsOf } from './lists.ts'
import type { Stores } from './stores.ts'

type AudienceOptions = {
  readonly stores: Stores
  /** Tells the apps of this run from others. */
  readonly run: string
  readonly integrationId: string
  readonly apps: Apps
  /** Where the workers announce what they did. */
  readonly webhooks: Queue
  readonly clock: { readonly now: () => number; readonly offset: () => number }
  readonly random: Random
}

const skews = [-2_000, -700, 0, 900, 2_000] as const

/** Two apps with wrong clocks that keep copies: one asks now and then, the other only when changes are announced. */
export const openAudience = async ({ stores, run, integrationId, apps, webhooks, clock, random }: AudienceOptions) => {
  const front = await openApiFront(stores, clock.now)
  const { url, apiKey } = front
  const open = (name: string, skewMs: number) =>
    apps.open(`${run} ${name}`, { url, apiKey, integrationId }, clock.offset, skewMs)
  const asking = await open('asking', random.pick(skews))
  const listening = await open('listening', random.pick(skews))
  const newcomer = await open('newcomer', 0)
  const announcements = hearAnnouncements(webhooks, clock.now)
  return {
    ask: () => asking.poll(),
    hear: async (): Promise<void> => {
      const lists = listsOf(await announcements.due())
      if (lists.length > 0) await listening.poll(lists)
    },
    nextAt: announcements.nextAt,
    /** What each app holds in the end, and what one holds that reads everything only now. */
    copies: async () => {
      await asking.poll()
      await newcomer.poll()
      return { asking: await asking.copy(), listening: await listening.copy(), all: await newcomer.copy() }
    },
    close: async (): Promise<void> => {
      for (const app of [asking, listening, newcomer]) await app.close()
      await front.close()
    },
  }
}
