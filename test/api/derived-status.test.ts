import { expect, test } from 'vitest'
import { putMapping } from '#core/control/mapping-versions.ts'
import { apiUnderTest } from './api-under-test.ts'
import { storeRows } from './records.ts'

const api = await apiUnderTest()

/** Two people as a sync left them, under a mapping that fills these fields. */
const companyWith = async (...fields: readonly string[]) => {
  const integration = await api.makeIntegration()
  const sources = fields.map((field) => [field, [{ from: 'column' as const, column: field }]])
  const mapping = { dataset: 'employees' as const, id: { columns: ['id'] }, fields: Object.fromEntries(sources) }
  await putMapping(api.control, integration, mapping, 1)
  await storeRows(api, integration.id, {
    employees: { here: { employment_status: 'ACTIVE' }, gone: { employment_status: 'INACTIVE' } },
  })
  return async (query: string) => {
    const headers = { 'x-integration-id': integration.id }
    const { json } = await api.call('GET', `/v1/hris/employees?${query}`, { headers })
    return json.data.results.map(({ remote_id }: { remote_id: string }) => remote_id)
  }
}

test.each(['employment_status', 'start_date', 'termination_date'])(
  'a filter by employment status is served where %s is mapped',
  async (field) => {
    const people = await companyWith('first_name', field)
    expect(await people('employment_statuses=ACTIVE,LEAVE')).toEqual(['here'])
    expect(await people('employment_status=INACTIVE&ignore_unsupported_filters=true')).toEqual(['gone'])
  },
)

test('where nothing tells the status, it keeps nobody, or is skipped on request', async () => {
  const people = await companyWith('first_name')
  expect(await people('employment_statuses=ACTIVE')).toEqual([])
  const everybody = await people('employment_statuses=ACTIVE&ignore_unsupported_filters=true')
  expect(everybody.toSorted()).toEqual(['gone', 'here'])
})
