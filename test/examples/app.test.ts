import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect } from '../../cli/connect.ts'
import { settledSyncs } from '../../cli/integration.ts'
import { approveCommand } from '../../cli/mapping.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { employeesCsv, people } from '../e2e/company.ts'
import { type Product, type Running, runNode, startProduct } from '../e2e/product.ts'
import { withSftp, write } from '../e2e/push.ts'

const keys = newEd25519Pair()
const WebhookSchema = v.object({ id: v.string(), secret: v.string() })

let product: Product
let app: Running
let url: string
let integrationId: string
let username: string

/** The app has to know the secret when it starts, and the endpoint where the app is: it gets its address afterwards. */
beforeAll(async () => {
  product = await startProduct()
  const webhook = await product.api('POST', '/manage/webhooks', WebhookSchema, { body: { url: 'http://127.0.0.1:9/' } })
  const { url: ROSTERPORT_URL, apiKey: ROSTERPORT_API_KEY } = product
  const variables = { ROSTERPORT_URL, ROSTERPORT_API_KEY, WEBHOOK_SECRET: webhook.secret, PORT: '0' }
  app = runNode(['examples/app/server.ts'], variables)
  await once(app.child.stdout ?? app.child, 'data')
  url = app.stdout().trim()
  const body = { url: `${url}/webhooks` }
  await product.api('PATCH', `/manage/webhooks/${webhook.id}`, v.object({ id: v.string() }), { body })
})
afterAll(async () => {
  app.child.kill()
  await app.ended
  await product.stop()
})

const call = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url + path, { method, headers, body: body ?? null })
  return { status: response.status, json: JSON.parse(await response.text()) }
}

const deliver = async (count: number) => {
  const target = { port: product.sftpPort, user: username, privateKey: keys.private }
  await withSftp(target, (sftp) => write(sftp, '/employees.csv', employeesCsv(people(count))))
  await settledSyncs(product.api, integrationId, 60)
}

const shown = async () => (await call('GET', '/people')).json

describe('the example app', () => {
  it('has a page whose script finds the package that shows the flow', async () => {
    const page = await (await fetch(url)).text()
    expect(page).toContain("from '/kombo-connect.js'")
    const source = await (await fetch(`${url}/kombo-connect.js`)).text()
    const module = await import(`data:text/javascript,${encodeURIComponent(source)}`)
    expect(Object.keys(module)).toEqual(expect.arrayContaining(['KomboConnectCancelledError', 'showKomboConnect']))
  })

  it('shows nobody before a customer has connected', async () => {
    expect(await call('GET', '/people')).toEqual({ status: 200, json: [] })
  })

  it('learns from the token which integration a customer has made', async () => {
    const { json } = await call('POST', '/link')
    const connection = await connect(json.link, keys.public)
    username = connection.username
    const connected = await call('POST', '/connected', JSON.stringify({ token: connection.activation_token }))
    integrationId = connection.integration_id
    expect(connected).toMatchObject({ status: 200, json: { id: integrationId, tool: 'sftp' } })
    expect(await call('POST', '/connected', '{"token":"made.up"}')).toMatchObject({ status: 400 })
  })

  it('passes on what is still missing', async () => {
    expect(await call('GET', '/people')).toMatchObject({
      status: 409,
      json: { code: 'INTEGRATION.SETUP_INCOMPLETE' },
    })
  })

  it('shows the people of the first file, and follows when a signed webhook tells of a change', async () => {
    await deliver(12)
    await approveCommand(product.api, integrationId, undefined)
    await settledSyncs(product.api, integrationId, 60)
    expect(await shown()).toHaveLength(12)
    await deliver(14)
    // The webhook leaves once the feed shows the change, some ten seconds after it was written.
    await vi.waitFor(async () => expect(await shown()).toHaveLength(14), { timeout: 60_000, interval: 250 })
  }, 120_000)

  it('does not believe a webhook that somebody else has signed', async () => {
    const body = JSON.stringify({ id: 'event', type: 'data-changed', data: { integration_id: integrationId } })
    const signature = createHmac('sha256', 'another secret').update(body).digest('base64url')
    expect((await call('POST', '/webhooks', body, { 'x-kombo-signature': signature })).status).toBe(401)
    expect((await call('POST', '/webhooks', body)).status).toBe(401)
  })
})
