import { beforeAll, describe, expect, test } from 'vitest'
import { modelIds } from '#core/model/models.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { openFlow } from './flow.ts'

// The keys of contract section 3, wire-only ones included: the SDK hides unknown keys, so that only raw JSON shows them.
const availability = ['id', 'is_available', 'coverage_status', 'scope_config_setting', 'opted_out_by_customer']
const activated = ['tool', 'id', 'end_user_origin_id', 'end_user_organization_name', 'end_user_email', 'setup_status']

/** By the place inside `data`; `[]` is every element of a list. */
type Keys = Readonly<Record<string, readonly string[]>>

const detailKeys: Keys = {
  '': [
    ...['id', 'tool', 'category', 'status', 'setup_status', 'end_user', 'scope_config', 'data_expired_at'],
    ...['created_at', 'beta', 'read_models', 'write_actions'],
  ],
  tool: ['id', 'label', 'internal_label', 'logo_url', 'icon_url'],
  end_user: ['organization_name', 'creator_email', 'origin_id'],
  scope_config: ['id', 'name'],
  'read_models[]': [...availability, 'label', 'fields'],
  'read_models[].fields[]': availability,
}

const toolKeys: Keys = {
  '': ['tools'],
  'tools[]': [
    ...['id', 'label', 'internal_label', 'assets', 'paid_api_details_markdown', 'fast_track_details_markdown'],
    ...['partner_only_details_markdown', 'connection_guide_url', 'coverage'],
  ],
  'tools[].assets': ['logo_url', 'icon_url', 'icon_black_url'],
  'tools[].coverage': ['read_models', 'write_actions', 'features'],
  'tools[].coverage.read_models[]': ['id', 'label', 'coverage_status', 'fields'],
  'tools[].coverage.read_models[].fields[]': ['id', 'coverage_status'],
}

let api: ApiUnderTest
let id: string

beforeAll(async () => {
  api = await apiUnderTest()
  id = (await api.makeIntegration({ enableFiltering: true })).id
})

const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
const at = (path: string) => `/v1/integrations/${encodeURIComponent(id)}${path}`
const activationToken = async () => {
  const { json } = await api.call('POST', at('/relink'), { body: {} })
  return (await (await openFlow(api, json.data.link)).finish()).json.data.activation_token
}

type Answer = readonly [method: string, path: () => string | Promise<string>, body: unknown, keys: Keys]

const answers: Readonly<Record<string, Answer>> = {
  'check-api-key': ['GET', () => '/v1/check-api-key', undefined, { '': ['environment_id', 'customer_id'] }],
  tools: ['GET', () => '/v1/tools/hris', undefined, toolKeys],
  'force-sync': ['POST', () => '/v1/force-sync', {}, { '': ['already_queued', 'sync_id', 'type'] }],
  'create-link': ['POST', () => '/v1/connect/create-link', wish, { '': ['link'] }],
  'integration-by-token': [
    'GET',
    async () => `/v1/connect/integration-by-token/${await activationToken()}`,
    undefined,
    { '': activated },
  ],
  'an integration': ['GET', () => at(''), undefined, detailKeys],
  enabled: ['PUT', () => at('/enabled'), { value: true }, { '': [] }],
  relink: ['POST', () => at('/relink'), {}, { '': ['link'] }],
  'setup-link': ['POST', () => at('/setup-link'), { link_type: 'EMBEDDED' }, { '': ['link'] }],
}

const found = (value: unknown, place: string): readonly unknown[] => {
  const steps = place.split('.').filter((step) => step !== '')
  let values = [value]
  for (const step of steps) {
    const name = step.replace('[]', '')
    const inside = values.map((each) => (each as Record<string, unknown>)[name])
    values = step.endsWith('[]') ? inside.flat() : inside
  }
  return values
}

describe.each(Object.entries(answers))('%s', (_, [method, path, body, keys]) => {
  test('has exactly the keys of the contract', async () => {
    const { status, json } = await api.call(method, await path(), { body, headers: { 'x-integration-id': id } })
    expect([status, Object.keys(json).toSorted()]).toEqual([200, ['data', 'status']])
    for (const [place, expected] of Object.entries(keys)) {
      const values = found(json.data, place)
      expect(values.length).toBeGreaterThan(0)
      for (const value of values) expect(Object.keys(Object(value)).toSorted()).toEqual([...expected].toSorted())
    }
  })
})

test('activate-integration answers as its successor does', async () => {
  const token = await activationToken()
  const old = await api.call('POST', '/v1/connect/activate-integration', { body: { token } })
  const { json } = await api.call('GET', `/v1/connect/integration-by-token/${token}`)
  expect(old.json).toEqual(json)
})

describe('the pictures of a tool', () => {
  test('need no server: they are in the address itself', async () => {
    const { json } = await api.call('GET', '/v1/tools/hris')
    const { data } = await api.sdk().general.getIntegrationDetails({ integration_id: id })
    const [tool] = json.data.tools
    expect(data.tool).toMatchObject({ logo_url: tool.assets.logo_url, icon_url: tool.assets.icon_url })
    for (const url of Object.values<string>(tool.assets)) {
      const picture = await fetch(url)
      expect(picture.headers.get('content-type')).toBe('image/svg+xml')
      expect(await picture.text()).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<\/svg>$/)
    }
  })
})

test('the tool covers every model that there is a list of', async () => {
  const { json } = await api.call('GET', '/v1/tools/hris')
  const models = json.data.tools[0].coverage.read_models.map((model: { id: string }) => model.id)
  expect(models).toEqual(expect.arrayContaining([...modelIds, 'hris_join_employees_teams']))
})

test('an unknown category is refused', async () => {
  const { status, json } = await api.call('GET', '/v1/tools/payroll')
  expect([status, json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
})

describe('what apps pace their writes by', () => {
  test.each([
    ['POST', '/v1/hris/absences'],
    ['POST', '/v1/passthrough/sftp/api'],
  ])('is told by %s %s, and not by reads', async (method, path) => {
    const headers = { 'x-integration-id': id }
    const action = await api.call(method, path, { headers, body: {} })
    expect(action.headers.get('concurrency-limit')).toBe(action.headers.get('concurrency-remaining'))
    expect(Number(action.headers.get('concurrency-limit'))).toBeGreaterThan(0)
    const read = await api.call('GET', '/v1/hris/employees', { headers })
    expect(read.headers.has('concurrency-limit')).toBe(false)
  })
})
