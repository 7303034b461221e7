import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** A sentence for whoever typed the command; it ends the command with exit code 1. */
export class CommandError extends Error {}

const SuccessSchema = v.object({ status: v.literal('success'), data: v.unknown() })
const FailureSchema = v.object({
  status: v.literal('error'),
  error: v.object({ code: v.nullable(v.string()), message: v.string() }),
})
const EnvelopeSchema = v.variant('status', [SuccessSchema, FailureSchema])

type Extras = { readonly body?: unknown; readonly integrationId?: string }
type Request = Extras & { readonly method: string; readonly url: string; readonly token?: string }

const send = async ({ method, url, token, body, integrationId }: Request): Promise<Response> => {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(integrationId === undefined ? {} : { 'x-integration-id': integrationId }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  try {
    return await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  } catch {
    throw new CommandError(
      `Nothing answers at ${new URL(url).origin}. Start it with "npm start", or set ROSTERPORT_URL.`,
    )
  }
}

/** Sends one request and answers the `data` of its envelope as `schema` reads it. */
export const call = async <Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> => {
  const response = await send(request)
  const envelope = v.safeParse(v.pipe(v.string(), v.parseJson(), EnvelopeSchema), await response.text())
  if (!envelope.success) throw new CommandError(`${request.url} answered ${response.status} without an envelope.`)
  if (envelope.output.status === 'error')
    throw new CommandError(`${envelope.output.error.code}: ${envelope.output.error.message}`)
  return v.parse(schema, envelope.output.data)
}

const keyFromDataFolder = async (folder: string): Promise<string> => {
  try {
    return (await readFile(join(folder, 'api-key'), 'utf8')).trim()
  } catch {
    throw new CommandError(
      'There is no API key: set ROSTERPORT_API_KEY, or start the product with "npm start", which makes one.',
    )
  }
}

/** Where the API is and the key to it: from the environment, else the laptop's. */
const readAccess = async (variables: Readonly<Record<string, string | undefined>>) => {
  const url = variables.ROSTERPORT_URL ?? `http://127.0.0.1:${variables.PORT ?? 3000}`
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new CommandError(`"${url}" is no address. Set ROSTERPORT_URL to one that begins with http.`)
  const token = variables.ROSTERPORT_API_KEY ?? (await keyFromDataFolder(variables.ROSTERPORT_DATA ?? '.rosterport'))
  return { url: url.replace(/\/$/, ''), token }
}

/** A function that calls the API as the owner of the key. */
export const apiClient = async (variables: Readonly<Record<string, string | undefined>>) => {
  const { url, token } = await readAccess(variables)
  return <Schema extends v.GenericSchema>(method: string, path: string, schema: Schema, extras: Extras = {}) =>
    call({ ...extras, method, url: `${url}${path}`, token }, schema)
}
export type ApiClient = Awaited<ReturnType<typeof apiClient>>
