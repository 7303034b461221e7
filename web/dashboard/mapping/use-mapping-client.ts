import { type RefObject, useMemo } from 'react'
import type { Dataset } from '#core/files/datasets.ts'
import { failureOf } from '../../api/failure.ts'
import type { MappingClient } from '../../mapping/client.ts'
import { readAs } from '../../mapping/read-as.ts'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'

const conflict = 409

/** The mapping of one dataset of the integration, for the vendor's team. `note` says why, once it is approved. */
export const useMappingClient = (dataset: Dataset, note: RefObject<string>): MappingClient => {
  const { call } = useManage()
  const { integrationId } = useWhich()
  return useMemo(() => {
    const path = { integration_id: integrationId, dataset }
    const read = () => call('GET /manage/integrations/{integration_id}/mappings/{dataset}', { path })
    return {
      key: keyOf(integrationId, 'mapping', dataset),
      approvesAlways: true,
      read,
      understand: (dialect) =>
        call('POST /manage/integrations/{integration_id}/mappings/{dataset}/understand', {
          path,
          body: dialect ? { dialect } : {},
        }),
      store: (mapping, { version, revision }) =>
        call('PUT /manage/integrations/{integration_id}/mappings/{dataset}/draft', {
          path,
          body: { mapping, based_on: version, revision },
        }).catch((error: unknown) => {
          if (error instanceof Error && failureOf(error).status === conflict) return undefined
          throw error
        }),
      approve: async ({ version, revision }) => {
        const { latest } = await read()
        if (latest?.version !== version || latest.revision !== revision) return undefined
        await call('POST /manage/integrations/{integration_id}/mappings/{dataset}/approve', {
          path,
          body: { version, revision, ...(note.current === '' ? {} : { reason: note.current }) },
        })
        return read()
      },
      preview: (mapping) =>
        call('POST /manage/integrations/{integration_id}/mappings/{dataset}/preview', { path, body: { mapping } }),
      countValues: (columns, how) =>
        call('POST /manage/integrations/{integration_id}/mappings/{dataset}/values', {
          path,
          body: { columns: [...columns], ...readAs(how) },
        }),
      joins: (how) =>
        call('POST /manage/integrations/{integration_id}/mappings/{dataset}/joins', {
          path,
          body: readAs(how),
        }),
    }
  }, [call, integrationId, dataset, note])
}
