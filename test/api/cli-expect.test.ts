import { expect, test } from 'vitest'
import { commands } from '../../cli/commands.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
process.env.ROSTERPORT_URL = api.url
process.env.ROSTERPORT_API_KEY = api.apiKey

test('the command line says how often an employees file is to come', async () => {
  const { id } = await api.makeIntegration()
  const run = (hours: string) => commands.expect?.run({ integration: id }, hours)
  expect(await run('24')).toMatchObject({ id, expected_every_hours: 24 })
  expect(await run('never')).toMatchObject({ expected_every_hours: null })
  await expect(run('daily')).rejects.toThrow('"daily" must be a whole number of hours')
})
