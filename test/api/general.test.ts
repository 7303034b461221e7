import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { SyncMessageSchema } from '#core/deployment/queues.ts'
import { sftpUserOf } from '#core/ids/integration-id.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { company, storeRows } from './records.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

test('check-api-key names the environment, always the same', async () => {
  const first = await api.sdk().general.checkApiKey()
  const { json } = await api.call('GET', '/v1/check-api-key')
  expect(json).toEqual({
    status: 'success',
    data: { environment_id: first.data.environment_id, customer_id: first.data.environment_id },
  })
  expect(first.data.environment_id).toHaveLength(24)
})

describe('create-link', () => {
  const wish = { end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }

  test('gives the official SDK an absolute link with a token', async () => {
    const { data } = await api.sdk().connect.createConnectionLink({ ...wish, integration_tool: 'sftp' })
    const link = new URL(data.link)
    expect(link.origin + link.pathname).toBe('http://127.0.0.1:3000/connect')
    expect(link.searchParams.get('token')).toMatch(/^\w{24}\.\w{44}$/)
  })

  test.each([
    [{ ...wish, integration_tool: 'personio' }, 'integration_tool: the tool "personio" is not offered here'],
    [{ ...wish, integration_category: 'ATS' }, 'integration_category: the category "ATS" is not offered here'],
    [{ ...wish, end_user_email: 'acme' }, 'end_user_email: this is not an e-mail address.'],
    [{ end_user_email: 'hr@acme.example' }, 'end_user_organization_name is required.'],
    [{ ...wish, end_user_organization_name: '' }, 'end_user_organization_name: is empty.'],
    [{ ...wish, end_user_origin_id: '' }, 'end_user_origin_id: is empty.'],
    [{ ...wish, language: 'nl' }, 'language'],
    [{ ...wish, link_type: 'POSTCARD' }, 'link_type'],
    [{ ...wish, scope_config_id: 'other' }, 'scope_config_id: there is no scope config "other"'],
    [{ ...wish, remote_environment: 'eu' }, 'remote_environment: is allowed only together with integration_tool.'],
    [{ ...wish, enable_filtering: 'yes' }, 'enable_filtering'],
    [[], 'The request body is not a JSON object.'],
    ['null', 'the request'],
  ])('refuses %j', async (body, sentence) => {
    const { status, json } = await api.call('POST', '/v1/connect/create-link', { body })
    expect(status).toBe(400)
    expect(json.error.code).toBe('PLATFORM.INPUT_INVALID')
    expect(json.error.message).toContain(sentence)
  })

  test('accepts null for everything that may be null', async () => {
    const nulls = {
      integration_tool: null,
      language: null,
      end_user_origin_id: null,
      remote_environment: null,
      scope_config_id: null,
    }
    const { status } = await api.call('POST', '/v1/connect/create-link', { body: { ...wish, ...nulls } })
    expect(status).toBe(200)
  })
})

describe('force-sync', () => {
  test('queues one sync and answers with it while it has not ended', async () => {
    const { id } = await api.makeIntegration()
    const before = api.queued.length
    const { data: first } = await api.sdk(id).general.triggerSync({ type: 'DELTA' })
    const { data: second } = await api.sdk(id).general.triggerSync({})
    expect(first).toMatchObject({ already_queued: false, type: 'DELTA' })
    expect(second).toEqual({ already_queued: true, sync_id: first.sync_id, type: 'DELTA' })
    const messages = api.queued.slice(before)
    // The second call sends it again, in case it was lost: the queue drops one with the same deduplication id.
    expect(messages[1]).toEqual(messages[0])
    expect(messages[0]).toMatchObject({ groupId: id, deduplicationId: first.sync_id })
    const message = v.parse(SyncMessageSchema, JSON.parse(messages[0]?.body ?? ''))
    expect(message).toEqual({ kind: 'sync', integrationId: id, syncId: first.sync_id, reason: 'forced' })
  })

  test('sends the message of a run again whose function was killed once too often', async () => {
    const { id } = await api.makeIntegration()
    const { data: first } = await api.sdk(id).general.triggerSync({})
    const key = syncKey(id, first.sync_id)
    await updateDocument(api.control, key, SyncSchema, (sync): Sync => ({ ...sync, state: 'RUNNING', startedAt: 1 }))
    const before = api.queued.length
    const { data: second } = await api.sdk(id).general.triggerSync({})
    expect(second).toMatchObject({ already_queued: true, sync_id: first.sync_id })
    expect(api.queued.slice(before)).toMatchObject([{ deduplicationId: first.sync_id }])
  })

  test('without a body is a full sync', async () => {
    const { id } = await api.makeIntegration()
    const { json } = await api.call('POST', '/v1/force-sync', { headers: { 'x-integration-id': id } })
    expect(json.data).toMatchObject({ already_queued: false, type: 'FULL' })
  })
})

describe('an integration', () => {
  test('shows every key of the contract to the official SDK', async () => {
    const { id } = await api.makeIntegration()
    const { data } = await api.sdk().general.getIntegrationDetails({ integration_id: id })
    expect(data).toMatchObject({
      id,
      tool: { id: 'sftp', label: 'SFTP' },
      category: 'HRIS',
      status: 'ACTIVE',
      end_user: { organization_name: 'Acme', creator_email: 'hr@acme.example', origin_id: 'acme-1' },
      beta: false,
      write_actions: [],
    })
    expect(data.read_models.map((model) => model.id)).toContain('hris_teams')
  })

  test('claims a field as covered exactly when its records carry it', async () => {
    const { id } = await api.makeIntegration()
    await storeRows(api, id, company)
    const { data } = await api.sdk().general.getIntegrationDetails({ integration_id: id })
    const lists = {
      hris_employees: 'employees',
      hris_teams: 'groups',
      hris_locations: 'locations',
      hris_absences: 'absences',
    }
    for (const [model, list] of Object.entries(lists)) {
      const { json } = await api.call('GET', `/v1/hris/${list}`, { headers: { 'x-integration-id': id } })
      const fields = data.read_models.find((each) => each.id === model)?.fields.map((field) => field.id) ?? []
      expect(Object.keys(json.data.results[0])).toEqual(expect.arrayContaining(fields))
    }
  })

  test('is gone everywhere once it is deleted, its SFTP user included', async () => {
    const { id } = await api.makeIntegration()
    await storeRows(api, id, company)
    api.users.set(sftpUserOf(id), ['key'])
    await api.sdk().general.deleteIntegration({ integration_id: id, body: {} })
    expect(api.users.has(sftpUserOf(id))).toBe(false)
    const headers = { 'x-integration-id': id }
    const path = encodeURIComponent(id)
    for (const [method, address] of [
      ['GET', '/v1/hris/employees'],
      ['POST', '/v1/force-sync'],
      ['GET', `/v1/integrations/${path}`],
      ['DELETE', `/v1/integrations/${path}`],
      ['GET', `/manage/integrations/${path}/files`],
    ] as const) {
      const { status, json } = await api.call(method, address, { headers })
      expect([status, json.error.code]).toEqual([404, 'PLATFORM.INTEGRATION_NOT_FOUND'])
    }
    const { json } = await api.call('GET', '/manage/integrations')
    expect(json.data.results.map((each: { id: string }) => each.id)).not.toContain(id)
  })
})

test('an activation token that nobody issued is refused', async () => {
  for (const token of ['abc', 'abc.def', `${'2'.repeat(24)}.${'3'.repeat(44)}`]) {
    const reading = api.sdk().connect.getIntegrationByToken({ token })
    await expect(reading).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
  }
})
