import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { Kombo } from '@kombo-api/sdk'
import { KomboGeneralError, KomboHrisError } from '@kombo-api/sdk/models/errors'

/** A directory of people: a customer connects an HR system, and sees who works there. */
const { ROSTERPORT_URL = 'http://127.0.0.1:3000', ROSTERPORT_API_KEY: api_key = '', WEBHOOK_SECRET = '' } = process.env
const port = Number(process.env.PORT ?? 4000)

// An example has one customer. A real app keeps these in its database, for each customer.
let integration_id: string | undefined
let readFrom: Date | undefined
const people = new Map<string, string>()

/** The only line that differs from an app that talks to Kombo: `server_url`, with `/v1` at its end. */
const sdk = () => new Kombo({ api_key, integration_id, server_url: `${ROSTERPORT_URL}/v1` })

/** Reads what changed since the last time, those included who are gone. */
const readPeople = async (): Promise<void> => {
  const startedAt = new Date()
  const filters = readFrom ? { updated_after: readFrom, include_deleted: true } : {}
  for await (const { result } of await sdk().hris.getEmployees(filters)) {
    for (const { id, display_full_name, first_name, last_name, remote_deleted_at } of result.data.results) {
      if (remote_deleted_at) people.delete(id)
      else people.set(id, display_full_name ?? `${first_name} ${last_name}`)
    }
  }
  readFrom = startedAt
}

/** Over the bytes as they came: parsed and written again they may be others. */
const isSigned = (body: Buffer, signature: unknown): boolean => {
  const expected = Buffer.from(createHmac('sha256', WEBHOOK_SECRET).update(body).digest('base64url'))
  const given = Buffer.from(String(signature))
  return WEBHOOK_SECRET !== '' && given.length === expected.length && timingSafeEqual(given, expected)
}

const json = (data: unknown, status = 200) => ({ status, type: 'application/json', body: JSON.stringify(data) })

type Answer = { readonly status: number; readonly type: string; readonly body: string | Buffer }
type Handler = (body: Buffer, request: IncomingMessage) => Promise<Answer>

const handlers: Readonly<Record<string, Handler>> = {
  'GET /': async () => ({
    status: 200,
    type: 'text/html',
    body: await readFile(new URL('page.html', import.meta.url)),
  }),
  'GET /kombo-connect.js': async () => {
    const url = new URL('index.mjs', import.meta.resolve('@kombo-api/connect'))
    return { status: 200, type: 'text/javascript', body: await readFile(url) }
  },
  'POST /link': async () => {
    const customer = {
      end_user_email: 'hr@example.com',
      end_user_organization_name: 'Example Ltd',
      language: 'en',
    } as const
    return json((await sdk().connect.createConnectionLink({ ...customer, integration_tool: 'sftp' })).data)
  },
  // The browser hands over a token, not an id: so it cannot name somebody else's integration.
  'POST /connected': async (body) => {
    const { data } = await sdk().connect.getIntegrationByToken({ token: JSON.parse(body.toString()).token })
    integration_id = data.id
    return json(data)
  },
  'GET /people': async () => {
    if (integration_id && !readFrom) await readPeople()
    return json([...people.values()].sort())
  },
  'POST /webhooks': async (body, { headers }) => {
    if (!isSigned(body, headers['x-kombo-signature'])) return json({ error: 'The signature is wrong.' }, 401)
    const { type, data } = JSON.parse(body.toString())
    if (type === 'data-changed' && data.integration_id === integration_id) await readPeople()
    return json({})
  },
}

const answer = async (request: IncomingMessage): Promise<Answer> => {
  const body = Buffer.concat(await Array.fromAsync(request))
  const handler = handlers[`${request.method} ${request.url}`]
  return (await handler?.(body, request)) ?? json({ error: 'There is no such page.' }, 404)
}

const server = createServer((request, response) => {
  const failed = (error: unknown) =>
    error instanceof KomboHrisError || error instanceof KomboGeneralError
      ? json(error.error, error.statusCode)
      : json({ error: 'Something went wrong.' }, 500)
  answer(request)
    .catch(failed)
    .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body))
})
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${Object(server.address()).port}`))
