import { beforeAll, describe, expect, test } from 'vitest'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { emptyState, type IntegrationState } from '#core/control/state.ts'
import { type ApiUnderTest, apiUnderTest, committed, exportFile, readyState } from './api-under-test.ts'

let api: ApiUnderTest

beforeAll(async () => {
  api = await apiUnderTest()
})

type Case = {
  readonly name: string
  readonly integration?: Partial<Integration>
  readonly state?: IntegrationState
  readonly file?: Partial<ExportFile>
  readonly code: string | null
  readonly setupStatus: string
}

const approved = { mappings: { employees: { approved: 1, latest: 1 } } }
const withSteps: Partial<Integration> = { ...approved, enableFiltering: true, openSteps: ['filtering'] }
const drafted = { mappings: { employees: { approved: 0, latest: 1 } } }

const cases: readonly Case[] = [
  { name: 'no file has arrived', code: 'INTEGRATION.SETUP_INCOMPLETE', setupStatus: 'INCOMPLETE' },
  {
    name: 'the only file was refused',
    file: { state: 'REFUSED' },
    integration: approved,
    code: 'INTEGRATION.SETUP_INCOMPLETE',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'only another dataset has arrived',
    file: { dataset: 'absences' },
    code: 'INTEGRATION.SETUP_INCOMPLETE',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'the mapping is a draft',
    file: {},
    integration: drafted,
    code: 'INTEGRATION.QA_FAILED',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'the customer has steps to confirm and the mapping is approved',
    file: {},
    integration: withSteps,
    code: 'INTEGRATION.SETUP_INCOMPLETE',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'the customer has steps to confirm and the mapping is a draft',
    file: {},
    integration: { ...drafted, enableFieldMapping: true, openSteps: ['field_mapping'] },
    code: 'INTEGRATION.SETUP_INCOMPLETE',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'the customer has steps to confirm and no file has arrived',
    integration: withSteps,
    code: 'INTEGRATION.SETUP_INCOMPLETE',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'all steps are confirmed and the mapping is a draft',
    file: {},
    integration: { ...drafted, enableFiltering: true, openSteps: [] },
    code: 'INTEGRATION.QA_FAILED',
    setupStatus: 'INCOMPLETE',
  },
  {
    name: 'a step was turned on after the first sync had succeeded',
    integration: { ...approved, enableFiltering: true, enableFieldMapping: true },
    state: readyState,
    code: null,
    setupStatus: 'COMPLETED',
  },
  {
    name: 'the mapping is approved and the first sync has not succeeded',
    file: {},
    integration: approved,
    state: emptyState,
    code: 'INTEGRATION.SETUP_SYNC_PENDING',
    setupStatus: 'FINAL_SYNC_PENDING',
  },
  {
    name: 'absences were synced but employees were not',
    file: {},
    integration: approved,
    state: { ...emptyState, datasets: { absences: committed } },
    code: 'INTEGRATION.SETUP_SYNC_PENDING',
    setupStatus: 'FINAL_SYNC_PENDING',
  },
  { name: 'employees were synced', state: readyState, code: null, setupStatus: 'COMPLETED' },
  {
    name: 'a newer file is refused after a successful sync',
    file: { state: 'REFUSED' },
    state: readyState,
    code: null,
    setupStatus: 'COMPLETED',
  },
]

describe.each(cases)('while $name', ({ integration, state, file, code, setupStatus }) => {
  test(`reads answer ${code ?? 'records'} and the setup is ${setupStatus}`, async () => {
    const { id } = await api.makeIntegration(integration, state ?? null)
    if (file) await api.putFile(exportFile(id, file))
    const { status, json } = await api.call('GET', '/v1/hris/absences', { headers: { 'x-integration-id': id } })
    expect(status).toBe(code === null ? 200 : 409)
    expect(json.error?.code ?? null).toBe(code)
    const details = await api.sdk().general.getIntegrationDetails({ integration_id: id })
    expect(details.data.setup_status).toBe(setupStatus)
  })
})

test('an inactive integration is not read, whatever it holds', async () => {
  const { id } = await api.makeIntegration({ status: 'INACTIVE' })
  const { status, json } = await api.call('GET', '/v1/hris/employees', { headers: { 'x-integration-id': id } })
  expect(status).toBe(409)
  expect(json.error.code).toBe('INTEGRATION.INACTIVE')
})

test('the official SDK sees a setup state as its own error', async () => {
  const { id } = await api.makeIntegration({}, null)
  await expect(api.sdk(id).hris.getEmployees()).rejects.toMatchObject({
    error: { code: 'INTEGRATION.SETUP_INCOMPLETE' },
  })
})
