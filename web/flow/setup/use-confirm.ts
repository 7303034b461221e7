import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCall, useFlow } from '../flow-context.ts'
import type { SetupStepId } from './setup.ts'

/** Saves what was chosen in a step, tells the server that the customer is done with it, and goes on. */
export const useConfirm = (step: Exclude<SetupStepId, 'file_mapping'>, save: () => Promise<unknown>) => {
  const call = useCall()
  const client = useQueryClient()
  const { goNext } = useFlow()
  return useMutation({
    mutationFn: async () => {
      await save()
      await call('POST /flow/steps/{step}/confirm', { path: { step } })
      await client.invalidateQueries({ queryKey: ['setup'] })
    },
    onSuccess: goNext,
  })
}
