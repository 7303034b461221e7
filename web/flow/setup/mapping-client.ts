import { useMemo } from 'react'
import type { Dataset } from '#core/files/datasets.ts'
import { failureOf } from '../../api/failure.ts'
import type { MappingClient } from '../../mapping/client.ts'
import { readAs } from '../../mapping/read-as.ts'
import { useCall } from '../flow-context.ts'

/** A sample where no file has arrived; else the newest file of the dataset. */
type Source = { readonly upload_id?: string }

const unlessChanged = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof Error && failureOf(error).code === 'FLOW.CHANGED_MEANWHILE') return undefined
    throw error
  })

/** The mapping of one dataset, by the session of this link. */
export const useMappingClient = (dataset: Dataset, sample: string | undefined): MappingClient => {
  const call = useCall()
  // The client is new with its dataset and its sample only: `call` says the same all the time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => {
    const source: Source = sample === undefined ? {} : { upload_id: sample }
    const path = { dataset }
    return {
      key: ['mapping', dataset, sample ?? null],
      understand: (dialect) =>
        call('POST /flow/understand', { body: { ...source, dataset, ...(dialect && { dialect }) } }),
      read: () => call('GET /flow/mappings/{dataset}', { path }),
      store: (mapping, basedOn) =>
        unlessChanged(
          call('PUT /flow/mappings/{dataset}', {
            path,
            body: { mapping, based_on: basedOn.version, revision: basedOn.revision },
          }),
        ),
      approve: ({ version, revision }) =>
        unlessChanged(call('POST /flow/mappings/{dataset}/approve', { path, body: { version, revision } })),
      preview: (mapping) => call('POST /flow/mappings/{dataset}/preview', { path, body: { ...source, mapping } }),
      countValues: (columns, how) =>
        call('POST /flow/values', { body: { ...source, dataset, columns, ...readAs(how) } }),
      joins: (how) => call('POST /flow/joins', { body: { ...source, dataset, ...readAs(how) } }),
    }
  }, [dataset, sample])
}
