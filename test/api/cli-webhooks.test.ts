import { expect, test } from 'vitest'
import { apiClient } from '../../cli/client.ts'
import { commands } from '../../cli/commands.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
process.env.ROSTERPORT_URL = api.url
process.env.ROSTERPORT_API_KEY = api.apiKey

const run = (name: string, argument = '', options = {}) => commands[name]?.run(options, argument)

test('the command line lists webhooks, tests one, shows what it was sent and sends it again', async () => {
  expect(await apiClient(process.env)).toBeTypeOf('function')
  const { json } = await api.call('POST', '/manage/webhooks', { body: { url: 'https://app.example.com/hooks' } })
  const { id } = json.data
  expect(await run('webhook list')).toMatchObject({ webhooks: [{ id, url: 'https://app.example.com/hooks' }] })
  await run('webhook test', id)
  const shown = await run('webhook deliveries', id)
  expect(shown).toMatchObject({ deliveries: [{ event_type: expect.any(String), state: 'PENDING' }] })
  const { deliveries } = shown as { deliveries: { id: string }[] }
  const [first] = deliveries
  expect(await run('webhook redeliver', first?.id, { webhook: id })).toMatchObject({ id: first?.id })
  await expect(run('webhook redeliver', 'one', {})).rejects.toThrow('--webhook is missing')
})
