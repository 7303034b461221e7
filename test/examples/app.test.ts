import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connect } from '../../cli/connect.ts'
import { settledSyncs } from '../../cli/integration.ts'
import { approveCommand } from '../../cli/mapping.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import { employeesCsv, people } from '../e2e/company.ts'
import { type Product, type Running, runNode, startProduct } from '../e2e/product.ts'
import { withSftp, write } from '../e2e/push.ts'

const secret = 'the secret of the webhooks'
const keys = newEd25519Pair()

let product: Product
let app: Running
let url: string
let integrationId: string
let username: string

beforeAll(async () => {
  product = await startProduct()
  const { url: ROSTERPORT_URL, apiKey: ROSTERPORT_API_KEY } = product
  const variables = { ROSTERPORT_URL, ROSTERPORT_API_KEY, WEBHOOK_SECRET: secret, PORT: '0' }
  app = runNode(['examples/app/server.ts'], variables)
  await once(app.child.stdout ?? app.child, 'data')
  url = app.stdout().trim()
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

const tell = (type: string, signedWith = secret) => {
  const body = JSON.stringify({ id: 'event', type, data: { integration_id: integrationId } }, null, 2)
  const signature = createHmac('sha256', signedWith).update(body).digest('base64url')
  return call('POST', '/webhooks', body, { 'x-kombo-signature': signature })
}

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

  it('shows the people of the first file, and follows when it is told of a change', async () => {
    await deliver(12)
    await approveCommand(product.api, integrationId, undefined)
    await settledSyncs(product.api, integrationId, 60)
    expect((await call('GET', '/people')).json).toHaveLength(12)
    await deliver(14)
    expect((await tell('data-changed', 'another secret')).status).toBe(401)
    expect((await call('GET', '/people')).json).toHaveLength(12)
    // The product tells of a change once the feed shows it, some ten seconds after it was written.
    const isTold = async () => {
      expect((await tell('data-changed')).status).toBe(200)
      expect((await call('GET', '/people')).json).toHaveLength(14)
    }
    await vi.waitFor(isTold, { timeout: 60_000, interval: 500 })
  }, 120_000)
})
