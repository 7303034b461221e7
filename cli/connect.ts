import * as v from 'valibot'
import { CommandError, call } from './client.ts'
import { readLocal } from './local-file.ts'

const SessionSchema = v.looseObject({ session: v.string() })
const ConnectionSchema = v.looseObject({
  integration_id: v.string(),
  username: v.string(),
  host: v.string(),
  port: v.number(),
  file_names: v.array(v.string()),
})
const SheetSchema = v.object({ host_keys: v.array(v.object({ sha256: v.string() })) })
const FinishSchema = v.object({ activation_token: v.string() })

/** Walks the connection flow behind a link with a public key, as the customer's admin would in the browser. */
export const connect = async (link: string, publicKey: string) => {
  if (!URL.canParse(link)) throw new CommandError('The link must be a whole address, as create-link answers it.')
  const { origin, pathname, searchParams } = new URL(link)
  // On AWS the stage's name stands before the page.
  const base = `${origin}${pathname.replace(/\/connect\/?$/, '')}`
  const post = <Schema extends v.GenericSchema>(path: string, schema: Schema, body: unknown, token?: string) =>
    call({ method: 'POST', url: `${base}${path}`, body, ...(token === undefined ? {} : { token }) }, schema)
  const { session } = await post('/flow/session', SessionSchema, { token: searchParams.get('token') ?? '' })
  const connection = await post('/flow/connection', ConnectionSchema, { public_keys: [publicKey] }, session)
  const sheet = await call({ method: 'GET', url: `${base}/flow/connection`, token: session }, SheetSchema)
  const finished = await post('/flow/finish', FinishSchema, {}, session)
  const { integration_id, username, host, port, file_names } = connection
  const host_keys = sheet.host_keys.map(({ sha256 }) => sha256)
  return { integration_id, username, host, port, host_keys, file_names, ...finished }
}

/** `connect --link URL --public-key FILE` */
export const connectCommand = async (options: { readonly link: string; readonly 'public-key': string }) =>
  connect(options.link, await readLocal(options['public-key']))
