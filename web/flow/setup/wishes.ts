import { useQuery } from '@tanstack/react-query'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import { checklistOf, columnsToSend } from '../data-points/checklist.ts'
import { useCall, useFlow } from '../flow-context.ts'

/** The fields that the vendor defined, with the columns that fill them. */
export const useCustomFields = () => {
  const call = useCall()
  return useQuery({ queryKey: ['custom-fields'], queryFn: () => call('GET /flow/custom-fields') })
}

/** What the vendor wants of a file: the fields it may fill, those that it must, and fields of the vendor's own. */
export const useWishes = (dataset: Dataset) => {
  const { link, leftOut } = useFlow()
  const own = useCustomFields().data?.fields ?? []
  const file = checklistOf(link, leftOut).find((each) => each.dataset === dataset)
  const { model } = datasetTraits[dataset]
  return {
    fields: file
      ? columnsToSend(file)
          .map(({ field }) => field)
          .filter((field) => field !== 'remote_id')
      : [],
    requiredPoints: link.models.flatMap(({ id, fields }) =>
      fields.filter(({ required }) => required).map((field) => `${id}.${field.id}`),
    ),
    ownFields: own.filter((field) => field.model === model),
  }
}
