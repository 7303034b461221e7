import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})

/** `integrations [--name TEXT]`: those whose name, origin id or id holds the text; all without one. */
export const integrationsCommand = async (api: ApiClient, name: string | undefined) => ({
  integrations: await everyResult(api, '/manage/integrations', AnythingSchema, name === undefined ? {} : { name }),
})

const hoursIn = (text: string): number | null => {
  if (text === 'never') return null
  const hours = Number(text)
  if (!Number.isInteger(hours)) throw new CommandError(`"${text}" must be a whole number of hours, or "never".`)
  return hours
}

/** `expect --integration ID HOURS`: how often an employees file is to come; `never` for whenever it likes. */
export const expectCommand = (api: ApiClient, integrationId: string, hours: string) =>
  api('PATCH', integrationPath(integrationId), AnythingSchema, { body: { expected_every_hours: hoursIn(hours) } })

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
