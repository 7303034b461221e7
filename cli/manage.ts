import * as v from 'valibot'
import type { ApiClient } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})

/** `integrations [--name TEXT]`: those whose name, origin id or id holds the text; all without one. */
export const integrationsCommand = async (api: ApiClient, name: string | undefined) => ({
  integrations: await everyResult(api, '/manage/integrations', AnythingSchema, name === undefined ? {} : { name }),
})

/** `audit [--integration ID]`: who changed what, newest first. */
export const auditCommand = async (api: ApiClient, integrationId: string | undefined) => ({
  audit: await everyResult(
    api,
    integrationId === undefined ? '/manage/audit' : `${integrationPath(integrationId)}/audit`,
    AnythingSchema,
  ),
})

const filePath = (integrationId: string, fileId: string): string =>
  `${integrationPath(integrationId)}/files/${encodeURIComponent(fileId)}`

/** `file rows FILE_ID`: the first rows as they were cut into cells. */
export const fileRowsCommand = (api: ApiClient, integrationId: string, fileId: string) =>
  api('GET', `${filePath(integrationId, fileId)}/rows`, AnythingSchema)

/** `file download FILE_ID [--reason TEXT]`: an address from which the file can be fetched for five minutes. */
export const fileDownloadCommand = (
  api: ApiClient,
  integrationId: string,
  fileId: string,
  reason: string | undefined,
) => {
  const body = reason === undefined ? {} : { reason }
  return api('POST', `${filePath(integrationId, fileId)}/download`, AnythingSchema, { body })
}
