import { beforeAll, describe, expect, test } from 'vitest'
import { readIntegration } from '#core/control/integrations.ts'
import { scopeConfigKey } from '#core/control/keys.ts'
import { newId } from '#core/ids/base58.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { bare, openFlow, publicKey } from './flow.ts'
import { company, storeRows } from './records.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

const read = (id: string) => api.call('GET', '/v1/hris/employees', { headers: { 'x-integration-id': id } })
const enable = (id: string, value: boolean) =>
  api.sdk().general.setIntegrationEnabled({ integration_id: id, body: { value } })
const queuedFor = (id: string) => api.queued.filter(({ groupId }) => groupId === id)
const general = () => api.sdk().general

describe('an integration that is turned off', () => {
  test('is not read or synced, says so, and is itself again when it is turned on', async () => {
    const { id } = await api.makeIntegration()
    await storeRows(api, id, company)
    await enable(id, false)
    expect((await general().getIntegrationDetails({ integration_id: id })).data.status).toBe('INACTIVE')
    await expect(api.sdk(id).hris.getEmployees()).rejects.toMatchObject({ error: { code: 'INTEGRATION.INACTIVE' } })
    await expect(api.sdk(id).general.triggerSync({})).rejects.toMatchObject({
      error: { code: 'PLATFORM.INPUT_INVALID' },
    })
    expect(queuedFor(id)).toEqual([])
    await enable(id, true)
    expect((await read(id)).status).toBe(200)
    expect((await general().getIntegrationDetails({ integration_id: id })).data.status).toBe('ACTIVE')
  })

  test('is synced as soon as it is turned on, for the files that came meanwhile', async () => {
    const { id } = await api.makeIntegration()
    await enable(id, false)
    await enable(id, false)
    await enable(id, true)
    await enable(id, true)
    expect(queuedFor(id).map(({ body }) => JSON.parse(body).reason)).toEqual(['file'])
  })

  test('keeps its login: what is uploaded waits', async () => {
    const { id, sftpUser } = await api.makeIntegration()
    api.users.set(sftpUser, ['key'])
    await enable(id, false)
    expect(api.users.has(sftpUser)).toBe(true)
  })

  test('that has to be connected again does not become active by being turned on', async () => {
    const { id } = await api.makeIntegration({ status: 'INVALID' })
    await enable(id, true)
    expect((await general().getIntegrationDetails({ integration_id: id })).data.status).toBe('INVALID')
  })

  test('needs a value that is true or false', async () => {
    const { id } = await api.makeIntegration()
    const path = `/v1/integrations/${encodeURIComponent(id)}/enabled`
    for (const body of [undefined, {}, { value: 'no' }]) {
      const { status, json } = await api.call('PUT', path, { body })
      expect([status, json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
    }
  })
})

describe('a link to connect again', () => {
  const relink = async (
    id: string,
    body: Parameters<ReturnType<typeof general>['createReconnectionLink']>[0]['body'],
  ) => (await general().createReconnectionLink({ integration_id: id, body })).data.link

  const connected = async (parts: Parameters<ApiUnderTest['makeIntegration']>[0] = {}) => {
    const first = publicKey()
    const integration = await api.makeIntegration({ publicKeys: [bare(first)], ...parts })
    api.users.set(integration.sftpUser, integration.publicKeys)
    return { ...integration, first }
  }

  test('leads to the same integration, whose keys the new one replaces', async () => {
    const { id, sftpUser } = await connected()
    const flow = await openFlow(api, await relink(id, { language: 'fr' }))
    expect(flow.opened.json.data).toMatchObject({ kind: 'relink', language: 'fr', organization_name: 'Acme' })
    const key = publicKey()
    const { json } = await flow.connect([key])
    expect(json.data).toMatchObject({ integration_id: id, username: sftpUser })
    expect(api.users.get(sftpUser)).toEqual([bare(key)])
    const token = (await flow.finish()).json.data.activation_token
    expect((await api.sdk().connect.getIntegrationByToken({ token })).data.id).toBe(id)
  })

  test('can keep the keys there are, up to ten together', async () => {
    const { id, sftpUser, first } = await connected()
    const flow = await openFlow(api, await relink(id, {}))
    const keys = [publicKey(), publicKey()]
    await flow.connect(keys, { keep_existing_keys: true })
    expect(api.users.get(sftpUser)).toEqual([first, ...keys].map(bare))
    const more = Array.from({ length: 8 }, publicKey)
    const { status, json } = await flow.connect(more, { keep_existing_keys: true })
    expect([status, json.error.message]).toEqual([400, expect.stringContaining('at most 10')])
    expect(api.users.get(sftpUser)).toHaveLength(3)
  })

  test('changes nothing before the customer has connected', async () => {
    const { id } = await connected({ status: 'INVALID' })
    const before = await readIntegration(api.control, id)
    const flow = await openFlow(api, await relink(id, { language: 'it', scope_config_id: 'default' }))
    expect(await readIntegration(api.control, id)).toEqual(before)
    await flow.connect([publicKey()])
    expect(await readIntegration(api.control, id)).toMatchObject({
      status: 'ACTIVE',
      language: 'it',
      scopeConfigId: 'default',
    })
  })

  test('does not turn on what the vendor has turned off', async () => {
    const { id } = await connected({ status: 'INACTIVE' })
    const flow = await openFlow(api, await relink(id, {}))
    await flow.connect([publicKey()])
    expect((await readIntegration(api.control, id))?.status).toBe('INACTIVE')
  })

  test('of an integration that was deleted meanwhile leads nowhere and makes no login', async () => {
    const { id, sftpUser } = await connected()
    const flow = await openFlow(api, await relink(id, {}))
    await general().deleteIntegration({ integration_id: id, body: {} })
    expect((await flow.connect([publicKey()])).status).toBe(401)
    expect(api.users.has(sftpUser)).toBe(false)
  })

  test.each([
    [{ language: 'nl' }, 'language'],
    [{ link_type: 'POSTCARD' }, 'link_type'],
    [{ scope_config_id: 'other' }, 'scope_config_id: there is no scope config "other"'],
  ])('is not made from %j', async (body, sentence) => {
    const { id } = await connected()
    const { status, json } = await api.call('POST', `/v1/integrations/${encodeURIComponent(id)}/relink`, { body })
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(sentence)])
  })
})

describe('a setup link', () => {
  const setupLink = (id: string) =>
    general().createSetupLink({ integration_id: id, body: { link_type: 'MAGIC_LINK', language: 'de' } })

  test('leads to the steps that are enabled, and to nothing else', async () => {
    const { id, sftpUser } = await api.makeIntegration({ enableFiltering: true })
    const { data } = await setupLink(id)
    expect(new URL(data.link).pathname).toBe('/setup')
    const flow = await openFlow(api, data.link)
    expect(flow.opened.json.data).toMatchObject({ kind: 'setup', language: 'de' })
    expect((await flow.look()).steps).toEqual([{ id: 'filtering', confirmed: true }])
    const { status, json } = await flow.connect([publicKey()])
    expect([status, json.error.message]).toEqual([400, expect.stringContaining('setup steps only')])
    expect(api.users.has(sftpUser)).toBe(false)
    expect((await flow.finish()).json.data.activation_token).toEqual(expect.any(String))
    expect((await openFlow(api, data.link)).opened.status).toBe(401)
  })

  test('is refused while no step is enabled', async () => {
    const { id } = await api.makeIntegration()
    await expect(setupLink(id)).rejects.toMatchObject({
      statusCode: 400,
      error: { code: 'PLATFORM.INPUT_INVALID', message: expect.stringContaining('No setup step') },
    })
  })

  test('needs a link type', async () => {
    const { id } = await api.makeIntegration({ enableFiltering: true })
    const path = `/v1/integrations/${encodeURIComponent(id)}/setup-link`
    expect((await api.call('POST', path, { body: {} })).json.error.message).toBe('link_type is required.')
  })
})

describe('the steps that a link asks of the customer', () => {
  const newFlow = async () => {
    const { data } = await api.sdk().connect.createConnectionLink({
      end_user_email: 'hr@acme.example',
      end_user_organization_name: 'Acme',
      enable_filtering: true,
      enable_field_mapping: true,
    })
    return { link: data.link, ...(await openFlow(api, data.link)) }
  }

  test('hold reads and the link open until all are confirmed; then the files are applied', async () => {
    await api.call('POST', '/manage/custom-fields', { body: { key: 'tier', model: 'hris_employees' } })
    const flow = await newFlow()
    const open = (confirmed: boolean) => [
      { id: 'field_mapping', confirmed },
      { id: 'filtering', confirmed },
    ]
    expect((await flow.look()).steps).toEqual(open(false))
    const { json } = await flow.connect([publicKey()])
    const id = json.data.integration_id
    await api.putFile(exportFile(id))
    expect(await flow.look()).toMatchObject({ step: 'waiting_for_customer', steps: open(false) })
    expect((await read(id)).json.error.code).toBe('INTEGRATION.SETUP_INCOMPLETE')

    const { json: early } = await flow.finish()
    expect(early.data.activation_token).toEqual(expect.any(String))
    const again = await openFlow(api, flow.link)
    expect(again.opened.status).toBe(200)

    await again.confirm('filtering')
    expect(queuedFor(id)).toEqual([])
    const { json: last } = await again.confirm('field_mapping')
    expect(last.data.steps).toEqual(open(true))
    expect(queuedFor(id)).toHaveLength(1)
    expect((await read(id)).json.error.code).toBe('INTEGRATION.QA_FAILED')

    await again.finish()
    expect((await openFlow(api, flow.link)).opened.status).toBe(401)
  })

  test('can be confirmed only if they were asked, and after connecting', async () => {
    const flow = await newFlow()
    expect((await flow.confirm('filtering')).status).toBe(400)
    await flow.connect([publicKey()])
    expect((await flow.confirm('shoe_size')).status).toBe(400)
    const { id } = await api.makeIntegration({ enableFiltering: true })
    const { data } = await general().createSetupLink({ integration_id: id, body: { link_type: 'EMBEDDED' } })
    expect((await (await openFlow(api, data.link)).confirm('field_mapping')).status).toBe(400)
  })
})

describe('a step that the vendor turns on or off later', () => {
  const toggle = (id: string, body: Record<string, boolean>) =>
    api.call('PATCH', `/manage/integrations/${encodeURIComponent(id)}`, { body })
  const setupStatusOf = async (id: string) =>
    (await general().getIntegrationDetails({ integration_id: id })).data.setup_status

  test('is only offered once the integration has been set up', async () => {
    const { id } = await api.makeIntegration()
    await toggle(id, { enable_filtering: true })
    expect((await read(id)).status).toBe(200)
    expect(await setupStatusOf(id)).toBe('COMPLETED')
    const { data } = await general().createSetupLink({ integration_id: id, body: { link_type: 'EMBEDDED' } })
    expect((await (await openFlow(api, data.link)).look()).steps).toEqual([{ id: 'filtering', confirmed: true }])
  })

  test('is one more to confirm before that, and its end lets the files in', async () => {
    const approved = { employees: { approved: 1, latest: 1 } }
    const { id } = await api.makeIntegration({ mappings: approved }, null)
    await api.putFile(exportFile(id))
    await toggle(id, { enable_filtering: true, enable_field_mapping: true })
    expect((await read(id)).json.error.code).toBe('INTEGRATION.SETUP_INCOMPLETE')
    await toggle(id, { enable_filtering: false })
    expect(queuedFor(id)).toEqual([])
    await toggle(id, { enable_field_mapping: false })
    expect((await read(id)).json.error.code).toBe('INTEGRATION.SETUP_SYNC_PENDING')
    expect(queuedFor(id)).toHaveLength(1)
  })
})

describe('the scope configuration of an integration', () => {
  const scopeConfig = async (settings: Record<string, 'ENABLED' | 'OPTIONAL' | 'DISABLED'>) => {
    const config = { id: newId(api.system.random), name: 'Lean', settings, required: [], createdAt: 1, changedAt: 1 }
    await api.control.create(scopeConfigKey(config.id), config)
    return config
  }

  test('shows in what can be read', async () => {
    const { id: scopeConfigId } = await scopeConfig({
      'hris_employees.ssn': 'DISABLED',
      'hris_employees.avatar': 'OPTIONAL',
      'hris_employees.ethnicity': 'OPTIONAL',
      hris_timesheets: 'DISABLED',
    })
    const { id } = await api.makeIntegration({ scopeConfigId, optedOut: ['hris_employees.ethnicity'] })
    const { data } = await general().getIntegrationDetails({ integration_id: id })
    expect(data.scope_config).toEqual({ id: scopeConfigId, name: 'Lean' })
    const model = (wanted: string) => data.read_models.find((each) => each.id === wanted)
    const field = (wanted: string) => model('hris_employees')?.fields.find((each) => each.id === wanted)
    const [on, off] = [{ is_available: true, opted_out_by_customer: false }, { is_available: false }]
    expect(field('first_name')).toMatchObject({ ...on, scope_config_setting: 'ENABLED' })
    expect(field('avatar')).toMatchObject({ ...on, scope_config_setting: 'OPTIONAL' })
    expect(field('ethnicity')).toMatchObject({ ...off, opted_out_by_customer: true })
    expect(field('ssn')).toMatchObject({ ...off, scope_config_setting: 'DISABLED' })
    expect(model('hris_timesheets')).toMatchObject({ ...off, scope_config_setting: 'DISABLED' })
    expect(model('hris_timesheets')?.fields.some(({ is_available }) => is_available)).toBe(false)
  })

  test('is what a link says, and must exist', async () => {
    const { id: scope_config_id } = await scopeConfig({})
    const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }
    const { data } = await api.sdk().connect.createConnectionLink({ ...wish, scope_config_id })
    const { json } = await (await openFlow(api, data.link)).connect([publicKey()])
    expect((await readIntegration(api.control, json.data.integration_id))?.scopeConfigId).toBe(scope_config_id)
    const unknown = api.sdk().connect.createConnectionLink({ ...wish, scope_config_id: 'other' })
    await expect(unknown).rejects.toMatchObject({
      error: { message: expect.stringContaining('no scope config "other"') },
    })
  })
})
