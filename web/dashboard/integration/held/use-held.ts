import type { AnswerOf } from '../../call.ts'
import { useManage } from '../../manage.ts'
import { usePages } from '../../use-pages.ts'
import { keyOf, useWhich } from '../use-integration.ts'

type Held = AnswerOf<'GET /manage/integrations/{integration_id}/held'>
export type HeldRecord = Held['results'][number]
export type HeldSet = Held['sets'][number]
export type HeldFile = NonNullable<Held['file']>

/** Those whose removal is held, page by page; lists of thousands are not asked for again and again. */
export const useHeld = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'held'),
    load: (cursor) => call('GET /manage/integrations/{integration_id}/held', { path, query: { cursor } }),
    isLive: false,
  })
}
