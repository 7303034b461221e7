import type { AnswerOf } from '../../call.ts'
import { useManage } from '../../manage.ts'
import { usePages } from '../../use-pages.ts'
import { useAttention } from '../overview/use-attention.ts'
import { keyOf, useWhich } from '../use-integration.ts'

type Held = AnswerOf<'GET /manage/integrations/{integration_id}/held'>
export type HeldRecord = Held['results'][number]
export type HeldSet = Held['sets'][number]
export type HeldFile = NonNullable<Held['file']>

/** What of the held is waiting, in a text: another one whenever the list is to be read again. */
export const useWaiting = (): string | undefined => {
  const { data } = useAttention()
  return data && JSON.stringify(data.results.filter(({ kind }) => kind === 'removals_held' || kind === 'file_held'))
}

/** Those whose removal is held, page by page. Who looks is noted, so the list is read again only when others wait. */
export const useHeld = (waiting: string) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'held', waiting),
    load: (cursor) => call('GET /manage/integrations/{integration_id}/held', { path, query: { cursor } }),
    isLive: false,
  })
}
