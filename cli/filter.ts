import * as v from 'valibot'
import { EmployeeFilterSchema } from '#core/filter/employee-filter.ts'
import { type ApiClient, CommandError } from './client.ts'
import { readLocal } from './local-file.ts'
import { integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})
const FileSchema = v.pipe(v.string(), v.parseJson(), EmployeeFilterSchema)

/** `filter show --integration ID`: who is stored. */
export const showFilterCommand = (api: ApiClient, integrationId: string) =>
  api('GET', `${integrationPath(integrationId)}/filter`, AnythingSchema)

/** `filter options --integration ID`: what rules can choose from, with the people in the newest file. */
export const filterOptionsCommand = (api: ApiClient, integrationId: string) =>
  api('GET', `${integrationPath(integrationId)}/filter/options`, AnythingSchema)

const readFilter = async (path: string) => {
  const parsed = v.safeParse(FileSchema, await readLocal(path))
  if (parsed.success) return parsed.output
  const problems = parsed.issues.map((problem) => `${v.getDotPath(problem) ?? 'the file'}: ${problem.message}`)
  throw new CommandError(`${path} holds no filter such as {"rules":[]}. ${problems.join('; ')}`)
}

/** `filter preview FILE`: how many people its rules would let pass. */
export const previewFilterCommand = async (api: ApiClient, integrationId: string, path: string) =>
  api('POST', `${integrationPath(integrationId)}/filter/preview`, AnythingSchema, { body: await readFilter(path) })

/** `filter put FILE`: its rules say who is stored from now on. */
export const putFilterCommand = async (api: ApiClient, integrationId: string, path: string) =>
  api('PUT', `${integrationPath(integrationId)}/filter`, AnythingSchema, { body: await readFilter(path) })
