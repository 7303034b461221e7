import { describe, expect, it } from 'vitest'
import { readConfiguration } from '#core/control/configuration.ts'
import { putMapping } from '#core/control/mapping-versions.ts'
import { apiUnderTest, committed, readyState } from './api-under-test.ts'
import { openFlow, publicKey } from './flow.ts'

const api = await apiUnderTest()

const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme', integration_tool: 'sftp' }
const make = async (settings: Record<string, string>, required: readonly string[] = []) =>
  (await api.call('POST', '/manage/scope-configs', { body: { name: 'Lean', settings, required } })).json.data
const details = async (id: string) => (await api.call('GET', `/v1/integrations/${encodeURIComponent(id)}`)).json.data
const reasons = () => api.queued.map(({ body }) => JSON.parse(body).reason)

describe('scope configurations', () => {
  it('begin with the default one, which allows everything and can be changed', async () => {
    const integration = await api.makeIntegration()
    expect((await api.call('GET', '/manage/scope-configs')).json.data.results[0]).toMatchObject({
      id: 'default',
      settings: {},
      integrations: expect.any(Number),
    })
    expect((await details(integration.id)).scope_config).toEqual({ id: 'default', name: 'Default' })
    api.queued.length = 0
    const body = { name: 'Default', settings: { 'hris_employees.ssn': 'DISABLED' } }
    expect((await api.call('PUT', '/manage/scope-configs/default', { body })).status).toBe(200)
    expect(reasons()).toContain('scope')
    const { read_models } = await details(integration.id)
    const employees = read_models.find(({ id }: { id: string }) => id === 'hris_employees')
    expect(employees.fields.find(({ id }: { id: string }) => id === 'ssn')).toEqual({
      id: 'ssn',
      is_available: false,
      coverage_status: 'SUPPORTED',
      scope_config_setting: 'DISABLED',
      opted_out_by_customer: false,
    })
    await api.call('PUT', '/manage/scope-configs/default', { body: { name: 'Default', settings: {} } })
  })

  it.each([
    [{ 'hris_employees.shoe_size': 'DISABLED' }, [], 'no data point'],
    [{ hris_employees: 'DISABLED' }, [], 'cannot be turned off'],
    [{ 'hris_employees.ssn': 'OPTIONAL' }, ['hris_employees.ssn'], 'cannot be required'],
    [{ 'hris_employees.ssn': 'SOMETIMES' }, [], 'settings'],
  ])('refuse %j requiring %j', async (settings, required, message) => {
    const { json } = await api.call('POST', '/manage/scope-configs', { body: { name: 'x', settings, required } })
    expect(json.error).toMatchObject({ code: 'PLATFORM.INPUT_INVALID', message: expect.stringContaining(message) })
  })

  it('queue a sync of those integrations only that are made with them', async () => {
    const config = await make({})
    const mine = await api.makeIntegration({ scopeConfigId: config.id })
    await api.makeIntegration()
    api.queued.length = 0
    const body = { name: 'Leaner', settings: { hris_absences: 'DISABLED' } }
    await api.call('PUT', `/manage/scope-configs/${config.id}`, { body })
    expect(api.queued.map(({ groupId }) => groupId)).toEqual([mine.id])
  })

  it('make the data of an integration expire until it is synced under them', async () => {
    const config = await make({})
    const integration = await api.makeIntegration({ scopeConfigId: config.id }, null)
    const { rules } = await readConfiguration(api.control, integration, api.system.clock())
    const employees = { ...committed, configuration: rules('employees').name }
    await api.control.create(
      { pk: `INTEGRATION#${integration.id}`, sk: 'STATE' },
      { ...readyState, datasets: { employees } },
    )
    expect((await details(integration.id)).data_expired_at).toBeNull()
    const body = { name: 'Lean', settings: { 'hris_employees.ssn': 'DISABLED' } }
    const changed = await api.call('PUT', `/manage/scope-configs/${config.id}`, { body })
    expect((await details(integration.id)).data_expired_at).toBe(changed.json.data.changed_at)
  })

  it('close the lists of the models that they turn off', async () => {
    const config = await make({ hris_absences: 'DISABLED' })
    const integration = await api.makeIntegration({ scopeConfigId: config.id })
    await expect(api.sdk(integration.id).hris.getAbsences()).rejects.toMatchObject({
      error: { code: 'INTEGRATION.MODEL_DISABLED' },
    })
    await expect(api.sdk(integration.id).hris.getEmployees()).resolves.toBeDefined()
  })

  it('can be exchanged for another one', async () => {
    const config = await make({ hris_timesheets: 'DISABLED' })
    const integration = await api.makeIntegration()
    api.queued.length = 0
    const path = `/manage/integrations/${encodeURIComponent(integration.id)}/scope`
    const { json } = await api.call('PUT', path, { body: { scope_config_id: config.id } })
    expect(json.data.scope_config).toEqual({ id: config.id, name: 'Lean' })
    expect(reasons()).toEqual(['scope'])
    expect((await api.call('PUT', path, { body: { scope_config_id: 'nobody' } })).json.error.code).toBe(
      'PLATFORM.INPUT_INVALID',
    )
  })

  it('must exist to be named by a link', async () => {
    const { status } = await api.call('POST', '/v1/connect/create-link', {
      body: { ...wish, scope_config_id: 'nobody' },
    })
    expect(status).toBe(400)
  })
})

describe('the connection flow', () => {
  const settings = { hris_absences: 'OPTIONAL', 'hris_employees.ssn': 'OPTIONAL', hris_timesheets: 'DISABLED' }

  const opened = async () => {
    const config = await make(settings)
    const { json } = await api.call('POST', '/v1/connect/create-link', {
      body: { ...wish, scope_config_id: config.id },
    })
    return openFlow(api, json.data.link)
  }

  it('shows what may be stored, and what of it is optional', async () => {
    const flow = await opened()
    const { models } = flow.opened.json.data
    const ids = models.map(({ id }: { id: string }) => id)
    expect(ids).not.toContain('hris_timesheets')
    expect(models.find(({ id }: { id: string }) => id === 'hris_absences')).toMatchObject({ setting: 'OPTIONAL' })
  })

  it('takes what the customer opts out of, if it is optional', async () => {
    const flow = await opened()
    const refused = await flow.connect([publicKey()], { opted_out_data_points: ['hris_employees.tax_id'] })
    expect(refused.json.error.message).toContain('hris_employees.tax_id')
    const { json } = await flow.connect([publicKey()], { opted_out_data_points: ['hris_absences'] })
    const { read_models } = await details(json.data.integration_id)
    expect(read_models.find(({ id }: { id: string }) => id === 'hris_absences')).toMatchObject({
      is_available: false,
      scope_config_setting: 'OPTIONAL',
      opted_out_by_customer: true,
    })
    await flow.connect([publicKey()], { opted_out_data_points: [] })
    const again = (await details(json.data.integration_id)).read_models
    expect(again.find(({ id }: { id: string }) => id === 'hris_absences')).toMatchObject({ is_available: true })
  })
})

describe('a required data point', () => {
  const column = (name: string) => [{ from: 'column' as const, column: name }]
  const mapping = (fields: Record<string, ReturnType<typeof column>>) => ({
    dataset: 'employees' as const,
    id: { columns: ['id'] },
    fields,
  })

  const opened = async (fields: Record<string, ReturnType<typeof column>>) => {
    const config = await make({}, ['hris_employees.work_email'])
    const integration = await api.makeIntegration({ scopeConfigId: config.id }, null)
    await putMapping(api.control, integration, mapping(fields), 1)
    const path = `/manage/integrations/${encodeURIComponent(integration.id)}`
    return { path, approve: () => api.call('POST', `${path}/mappings/employees/approve`, { body: {} }) }
  }

  it('keeps the first mapping from being approved until it is mapped', async () => {
    const without = await opened({ first_name: column('name') })
    const { json } = await without.approve()
    expect(json.error).toMatchObject({
      code: 'PLATFORM.INPUT_INVALID',
      message: expect.stringContaining('hris_employees.work_email'),
    })
    const withIt = await opened({ work_email: column('mail') })
    expect((await withIt.approve()).status).toBe(200)
  })

  it('can be waived with a reason, which is kept', async () => {
    const { path, approve } = await opened({ first_name: column('name') })
    const waive = (body: object) => api.call('POST', `${path}/waivers`, { body })
    expect((await waive({ data_point: 'hris_employees.work_email', reason: ' ' })).status).toBe(400)
    expect((await waive({ data_point: 'hris_employees.ssn', reason: 'no' })).status).toBe(400)
    const { json } = await waive({ data_point: 'hris_employees.work_email', reason: 'Blue-collar workers have none.' })
    expect(json.data.waivers).toMatchObject([
      { data_point: 'hris_employees.work_email', reason: 'Blue-collar workers have none.' },
    ])
    expect((await approve()).status).toBe(200)
  })
})
