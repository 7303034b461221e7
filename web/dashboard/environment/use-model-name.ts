import { useMessages } from 'use-intl'
import { datasets, datasetTraits } from '#core/files/datasets.ts'

/** What a model of the unified API is called: as the files that hold it. */
export const useModelName = () => {
  const { datasets: names, dashboard } = useMessages()
  return (model: string): string => {
    const dataset = datasets.find((each) => datasetTraits[each].model === model)
    if (model === 'hris_join_employees_teams') return dashboard.environment.scope.memberships
    return (dataset && names[dataset]) ?? model
  }
}
