import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Activity } from '../api.ts'
import { useCall } from '../flow-context.ts'
import { kept } from '../kept.ts'

/** What is looked at: the newest file that holds something, else the sample. */
const sourceOf = (files: Activity['files']) => {
  const arrived = files.find(({ dataset, state }) => dataset !== null && state !== 'REJECTED' && state !== 'IGNORED')
  if (arrived) return { file_id: arrived.id }
  const sample = kept('sample', v.string())
  return sample === undefined ? undefined : { upload_id: sample }
}

/** How the file is understood; `undefined` while there is none. */
export const useUnderstanding = (activity: Activity | undefined) => {
  const call = useCall()
  const source = activity && sourceOf(activity.files)
  return useQuery({
    queryKey: ['understanding', source],
    queryFn: () => call('POST /flow/understand', { body: source }),
    enabled: source !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
