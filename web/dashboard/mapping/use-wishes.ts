import { useQuery } from '@tanstack/react-query'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { targetFields } from '#core/mapping/fields.ts'
import type { OwnField } from '../../mapping/editor-context.ts'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'

type Wishes = {
  readonly fields: readonly string[]
  readonly requiredPoints: readonly string[]
  readonly ownFields: readonly OwnField[]
}

/** What a mapping may fill, and what it must. */
export const useWishes = (dataset: Dataset): Wishes => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const scope = useQuery({
    queryKey: keyOf(integrationId, 'scope'),
    queryFn: () => call('GET /manage/integrations/{integration_id}/scope', { path }),
  }).data
  const own = useQuery({ queryKey: ['custom-fields'], queryFn: () => call('GET /manage/custom-fields') }).data
  const waived = new Set(scope?.waivers.map(({ data_point }) => data_point))
  return {
    fields: Object.keys(targetFields[dataset]),
    requiredPoints: (scope?.required ?? []).filter((point) => !waived.has(point)),
    ownFields: (own?.results ?? []).filter(({ model }) => model === datasetTraits[dataset].model),
  }
}
