import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type * as v from 'valibot'
import type { ChangeIntegrationSchema } from '#core/api/endpoints/manage-integrations.ts'
import { useManage } from '../../manage.ts'
import { useRefresh, useWhich } from '../use-integration.ts'

/** Settings as they are wished for; what is left out stays. */
export type Wish = v.InferInput<typeof ChangeIntegrationSchema>

/** Changes settings, and knows how to take the last change back. */
export const useSettings = () => {
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const [undoing, setUndoing] = useState<Wish>()
  const change = useMutation({
    mutationFn: (body: Wish) => call('PATCH /manage/integrations/{integration_id}', { path, body }),
    onSuccess: refresh,
  })
  return {
    /** `before` is what has the same settings as they were. */
    save: (wish: Wish, before: Wish): void => change.mutate(wish, { onSuccess: () => setUndoing(before) }),
    undo: (): void => {
      if (undoing) change.mutate(undoing, { onSuccess: () => setUndoing(undefined) })
    },
    canUndo: undoing !== undefined,
    isSaved: change.isSuccess,
    isPending: change.isPending,
    error: change.error,
  }
}
export type SettingsChange = ReturnType<typeof useSettings>
