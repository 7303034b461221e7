import * as v from 'valibot'
import type { Dataset } from '#core/files/datasets.ts'
import type { ApiClient } from './client.ts'
import { readMapping } from './mapping.ts'
import { everyResult, integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})

const pathOf = (integrationId: string, dataset: Dataset): string =>
  `${integrationPath(integrationId)}/mappings/${dataset}`

const versionPath = (integrationId: string, dataset: Dataset, version: string): string =>
  `${pathOf(integrationId, dataset)}/versions/${encodeURIComponent(version)}`

/** `mapping versions`: all that were ever stored, newest first. */
export const versionsCommand = async (api: ApiClient, integrationId: string, dataset: Dataset) => ({
  versions: await everyResult(api, `${pathOf(integrationId, dataset)}/versions`, AnythingSchema),
})

/** `mapping diff VERSION [--against VERSION]`: how it differs from another, by default from the one before it. */
export const diffCommand = (
  api: ApiClient,
  integrationId: string,
  dataset: Dataset,
  version: string,
  against: string | undefined,
) => {
  const query = against === undefined ? '' : `?against=${encodeURIComponent(against)}`
  return api('GET', `${versionPath(integrationId, dataset, version)}/diff${query}`, AnythingSchema)
}

/** `mapping restore VERSION [--reason TEXT]`: makes it the latest again, not yet approved. */
export const restoreCommand = (
  api: ApiClient,
  integrationId: string,
  dataset: Dataset,
  version: string,
  reason: string | undefined,
) => {
  const body = reason === undefined ? {} : { reason }
  return api('POST', `${versionPath(integrationId, dataset, version)}/restore`, AnythingSchema, { body })
}

/** `mapping preview [FILE_ID] [--mapping FILE]`: what the latest mapping, or the one in the file, would make of an upload. */
export const previewCommand = async (
  api: ApiClient,
  integrationId: string,
  dataset: Dataset,
  { fileId, mapping }: { readonly fileId: string | undefined; readonly mapping: string | undefined },
) => {
  const body = {
    ...(fileId === undefined ? {} : { file_id: fileId }),
    ...(mapping === undefined ? {} : { mapping: await readMapping(mapping) }),
  }
  return api('POST', `${pathOf(integrationId, dataset)}/preview`, AnythingSchema, { body })
}
