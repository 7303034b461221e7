import { createHmac } from 'node:crypto'
import * as models from '@kombo-api/sdk/models'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Received, startReceiver } from '../deliver/receiver.ts'
import { employeesCsv, people } from './company.ts'
import { newCustomer } from './customer.ts'
import { everything, type Product, startProduct } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.stop())

const isGenuine = (secret: string, { headers, bytes }: Received): boolean =>
  headers['x-kombo-signature'] === createHmac('sha256', secret).update(bytes).digest('base64url')

/** An app that is told of everything, and its secret. */
const startApp = async (events: readonly string[] | null = null) => {
  const app = await startReceiver()
  const { json } = await product.call('POST', '/manage/webhooks', { body: { url: app.url, events } })
  const { secret } = Object(json).data
  const payloads = (type: string) => app.payloads().filter((payload) => payload.type === type)
  const bodies = (type: string) =>
    app.received.map(({ bytes }) => bytes.toString()).filter((body) => JSON.parse(body).type === type)
  return { ...app, secret, payloads, bodies }
}

it('an app is told of a new customer, of syncs and of changes, and then finds what it was told of', async () => {
  const app = await startApp()
  const customer = await newCustomer(product)
  const begunAt = new Date()
  await customer.deliver({ 'employees.csv': employeesCsv(people(5)) })
  await customer.approve()
  await expect.poll(() => app.payloads('data-changed').length, { timeout: 30_000, interval: 100 }).toBe(1)
  const changed = await everything(product.sdk(customer.id).hris.getEmployees({ updated_after: begunAt }))
  expect(changed).toHaveLength(5)

  expect(app.received.every((received) => isGenuine(app.secret, received))).toBe(true)
  expect(app.payloads('integration-created').map(({ data }) => data.id)).toEqual([customer.id])
  expect(app.payloads('sync-finished').map(({ data }) => data.sync_state)).toEqual(['FAILED', 'SUCCEEDED'])
  expect(app.payloads('integration-state-changed').map(({ data }) => data.setup_status)).toEqual([
    'INCOMPLETE',
    'FINAL_SYNC_PENDING',
    'COMPLETED',
  ])
  const [told = ''] = app.bodies('data-changed')
  const parsed = models.dataChangedWebhookPayloadFromJSON(told)
  expect(parsed.ok && parsed.value.data.changed_models.map(({ name }) => String(name))).toContain('hris_employees')

  await customer.deliver({ 'employees.csv': employeesCsv(people(5)) })
  await expect.poll(() => app.payloads('sync-finished').length, { timeout: 30_000, interval: 100 }).toBe(3)
  await product.sdk().general.deleteIntegration({ integration_id: customer.id, body: {} })
  await expect.poll(() => app.payloads('integration-deleted').length, { timeout: 30_000, interval: 100 }).toBe(1)
  expect(app.payloads('data-changed')).toHaveLength(1)
}, 90_000)

it('an app that asks for it is told of a file that could not be used', async () => {
  const app = await startApp(['file-rejected'])
  const customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': '', 'holiday plans.txt': 'x' })
  await expect.poll(() => app.received.length, { timeout: 30_000, interval: 100 }).toBe(2)
  const told = app.payloads('file-rejected').map(({ data }) => `${data.file_name} ${data.issue_codes}`)
  expect(told.toSorted()).toEqual(['employees.csv FILE_EMPTY', 'holiday plans.txt FILE_NAME_UNCLAIMED'])
}, 60_000)
