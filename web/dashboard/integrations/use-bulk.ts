import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Call } from '../call.ts'
import { useManage } from '../manage.ts'
import type { Listed } from './use-integrations.ts'

export type Deed = 'enable' | 'disable' | 'sync' | 'remove'

export type Done = {
  readonly deed: Deed
  readonly done: readonly Listed[]
  /** Those for which the server refused it. */
  readonly refused: readonly Listed[]
}

const deeds: Readonly<Record<Deed, (call: Call, integration: Listed) => Promise<unknown>>> = {
  enable: (call, { id }) => setEnabled(call, id, true),
  disable: (call, { id }) => setEnabled(call, id, false),
  sync: (call, { id }) => call('POST /v1/force-sync', { integrationId: id, body: {} }),
  remove: (call, { id }) => call('DELETE /v1/integrations/{integration_id}', { path: { integration_id: id } }),
}

const setEnabled = (call: Call, id: string, value: boolean) =>
  call('PUT /v1/integrations/{integration_id}/enabled', { path: { integration_id: id }, body: { value } })

/** So many at a time: whoever chose hundreds is not to be throttled. */
const together = 4

/** Does the same to many integrations; what is refused for one does not hold up the others. */
export const useBulk = () => {
  const { call } = useManage()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ deed, to }: { readonly deed: Deed; readonly to: readonly Listed[] }): Promise<Done> => {
      const waiting = [...to]
      const refused: Listed[] = []
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const one = next
          await deeds[deed](call, one).catch(() => refused.push(one))
        }
      }
      await Promise.all(Array.from({ length: together }, work))
      return { deed, done: to.filter((each) => !refused.includes(each)), refused }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  })
}
