import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { KomboGeneralError, KomboHrisError } from '@kombo-api/sdk/models/errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseApiKey } from '#core/connect/credential.ts'
import { ApiKeySchema } from '#core/control/api-key.ts'
import { createApiKey } from '#core/control/api-keys.ts'
import { updateDocument } from '#core/control/documents.ts'
import { apiKeyKey } from '#core/control/keys.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { readSettings } from '../../local/settings.ts'
import { openStores } from '../../local/stores.ts'
import { employeesCsv, people } from './company.ts'
import { type Customer, newCustomer } from './customer.ts'
import { type Product, startProduct } from './product.ts'
import { withSftp, write } from './push.ts'

let product: Product
let customer: Customer

beforeAll(async () => {
  product = await startProduct()
  customer = await newCustomer(product)
  await customer.deliver({ 'employees.csv': employeesCsv(people(3)) })
  await customer.approve()
})
afterAll(() => product.stop())

/** What is known to concern an integration leads to it. */
const logUrlOf = (id: string | undefined) =>
  id === undefined ? null : `${product.dashboardUrl}/integrations/${encodeURIComponent(id)}`

const envelope = (code: string, message: RegExp, about?: string) => ({
  status: 'error',
  error: { code, title: expect.any(String), message: expect.stringMatching(message), log_url: logUrlOf(about) },
})

type Request = {
  readonly title: string
  readonly method?: string
  readonly path: string | (() => string)
  readonly integration?: string | (() => string)
  readonly token?: string
  readonly body?: string
  readonly status: number
  readonly code: string
  readonly says: RegExp
}

const own = () => customer.id
const invalid = 'PLATFORM.INPUT_INVALID'
const requests: readonly Request[] = [
  { title: 'an unknown route', path: '/v1/nothing', status: 404, code: invalid, says: /no such route/ },
  { title: 'the root', path: '/', status: 404, code: invalid, says: /no such route/ },
  { title: 'a wrong method', method: 'PUT', path: '/v1/hris/employees', status: 404, code: invalid, says: /method/ },
  {
    title: 'a path that is no percent-encoding',
    path: '/v1/integrations/%E0%A4%A',
    status: 400,
    code: invalid,
    says: /percent-encoding/,
  },
  {
    title: 'bad JSON',
    method: 'POST',
    path: '/v1/connect/create-link',
    body: '{"a":',
    status: 400,
    code: invalid,
    says: /not a JSON object/,
  },
  {
    title: 'JSON that is no object',
    method: 'POST',
    path: '/v1/connect/create-link',
    body: '[1]',
    status: 400,
    code: invalid,
    says: /not a JSON object/,
  },
  {
    title: 'a bad cursor',
    path: '/v1/hris/employees?cursor=abc',
    integration: own,
    status: 400,
    code: invalid,
    says: /cursor/,
  },
  {
    title: 'a bad page size',
    path: '/v1/hris/employees?page_size=251',
    integration: own,
    status: 400,
    code: invalid,
    says: /1 to 250/,
  },
  {
    title: 'a bad moment',
    path: '/v1/hris/employees?updated_after=yesterday',
    integration: own,
    status: 400,
    code: invalid,
    says: /updated_after/,
  },
  { title: 'no integration id', path: '/v1/hris/employees', status: 400, code: invalid, says: /X-Integration-Id/ },
  {
    title: 'a foreign integration id',
    path: '/v1/hris/employees',
    integration: 'sftp:111111111111111111111111',
    status: 404,
    code: 'PLATFORM.INTEGRATION_NOT_FOUND',
    says: /no integration with this id/,
  },
  {
    title: 'a foreign integration id in the path',
    path: '/v1/integrations/sftp%3A111111111111111111111111',
    status: 404,
    code: 'PLATFORM.INTEGRATION_NOT_FOUND',
    says: /no integration with this id/,
  },
  {
    title: 'an unknown API key',
    path: '/v1/hris/employees',
    integration: own,
    token: 'rp_x_y',
    status: 401,
    code: 'PLATFORM.AUTHENTICATION_INVALID',
    says: /unknown or revoked/,
  },
  {
    title: 'a session in place of an API key',
    path: '/v1/check-api-key',
    token: 'x.y',
    status: 401,
    code: 'PLATFORM.AUTHENTICATION_INVALID',
    says: /API key/,
  },
  {
    title: 'an API key in place of a session',
    path: '/flow/connection',
    status: 401,
    code: 'FLOW.SESSION_ENDED',
    says: /session has ended/,
  },
  {
    title: 'a link that is none',
    method: 'POST',
    path: '/flow/session',
    body: '{"token":"x.y"}',
    status: 401,
    code: 'FLOW.LINK_UNKNOWN',
    says: /[Aa]sk whoever sent it/,
  },
  {
    title: 'a sync that is none',
    path: () => `${customer.base}/syncs/nope`,
    status: 400,
    code: invalid,
    says: /no sync with this id/,
  },
  {
    title: 'a mapping version that is none',
    method: 'POST',
    path: () => `${customer.base}/mappings/employees/approve`,
    body: '{"version":99}',
    status: 400,
    code: invalid,
    says: /no such version/,
  },
  {
    title: 'a mapping of a field that is none',
    method: 'PUT',
    path: () => `${customer.base}/mappings/employees`,
    body: '{"dataset":"employees","id":{"columns":["a"]},"fields":{"shoe_size":[{"from":"constant","value":"42"}]}}',
    status: 400,
    code: invalid,
    says: /shoe_size/,
  },
]

const textOf = (given: string | (() => string)): string => (typeof given === 'string' ? given : given())

describe('answers in the envelope of the contract', () => {
  it.each(requests)('$title', async ({ method = 'GET', path, integration, token, body, status, code, says }) => {
    const answer = await product.call(method, textOf(path), {
      body,
      ...(token === undefined ? {} : { token }),
      ...(integration === undefined ? {} : { integrationId: textOf(integration) }),
    })
    const about = (integration === own || textOf(path).startsWith(customer.base)) && status !== 401
    const json = envelope(code, says, about ? customer.id : undefined)
    expect(answer).toEqual({ status, type: 'application/json', json })
  })

  it('a link that was used already', async () => {
    const token = new URL(customer.link).searchParams.get('token')
    const used = await product.call('POST', '/flow/session', { body: { token } })
    expect(used).toMatchObject({ status: 401, json: envelope('FLOW.LINK_FINISHED', /used already/) })
  })

  it('the cursor of another integration', async () => {
    const other = await newCustomer(product)
    await other.deliver({ 'employees.csv': employeesCsv(people(3)) })
    await other.approve()
    const page = '/v1/hris/employees?page_size=1'
    const { json } = await product.call('GET', page, { integrationId: customer.id })
    const { next } = (json as { data: { next: string } }).data
    const moved = await product.call('GET', `${page}&cursor=${next}`, { integrationId: other.id })
    expect(moved).toMatchObject({ status: 400, json: envelope(invalid, /cursor/, other.id) })
    const followed = await product.call('GET', `${page}&cursor=${next}`, { integrationId: customer.id })
    expect(followed.status).toBe(200)
  })
})

describe('a key that was taken back', () => {
  it('no longer opens the SFTP folder when the customer has given another one before the flow ended', async () => {
    const [first, second] = [await newCustomer(product), await newCustomer(product)]
    const { data } = await product.sdk().connect.createConnectionLink({
      end_user_email: 'hr@example.com',
      end_user_organization_name: 'Schlüsselwechsel AG',
      integration_tool: 'sftp',
    })
    const token = new URL(data.link).searchParams.get('token')
    const session = await product.call('POST', '/flow/session', { body: { token } })
    const bearer = { token: (session.json as { data: { session: string } }).data.session }
    const give = (key: string) => product.call('POST', '/flow/connection', { ...bearer, body: { public_keys: [key] } })
    const { json } = await give(first.publicKey)
    const { username } = (json as { data: { username: string } }).data
    await withSftp({ ...first.target, user: username }, (sftp) => write(sftp, '/employees.csv', 'Personalnummer\n1\n'))
    await give(second.publicKey)
    const late = withSftp({ ...first.target, user: username }, (sftp) => write(sftp, '/employees.csv', 'x'))
    await expect(late).rejects.toThrow(/authentication/)
    await withSftp({ ...second.target, user: username }, (sftp) => write(sftp, '/employees.csv', 'Personalnummer\n1\n'))
    expect(await give(first.target.privateKey)).toMatchObject({ status: 400, json: envelope(invalid, /private key/i) })
  })

  it('no longer opens the API', async () => {
    const { dataFolder } = product
    await product.stop()
    const stores = await openStores(readSettings({ ROSTERPORT_DATA: dataFolder }))
    const system = systemOf((await readFile(join(dataFolder, 'hash-secret'), 'utf8')).trim())
    const ports = { control: stores.control, system }
    const [kept, revoked] = [await createApiKey(ports, 'kept'), await createApiKey(ports, 'revoked')]
    const key = apiKeyKey(parseApiKey(revoked)?.id ?? '')
    await updateDocument(stores.control, key, ApiKeySchema, (each) => ({ ...each, revokedAt: Date.now() }))
    await stores.close()
    product = await startProduct({ dataFolder })
    expect((await product.sdk(customer.id, kept).hris.getEmployees()).result.data.results).toHaveLength(3)
    const sdk = product.sdk(customer.id, revoked)
    const refused = { statusCode: 401, error: { code: 'PLATFORM.AUTHENTICATION_INVALID' } }
    await expect(sdk.general.checkApiKey()).rejects.toBeInstanceOf(KomboGeneralError)
    await expect(sdk.hris.getEmployees()).rejects.toBeInstanceOf(KomboHrisError)
    await expect(sdk.hris.getEmployees()).rejects.toMatchObject(refused)
  })
})
