import { expect, test } from 'vitest'
import { functionEnvironments } from '#core/deployment/environment.ts'
import { parseEnvironment } from '../../lambdas/runtime/environment.ts'

test.each(Object.entries(functionEnvironments))('%s names every variable that it lacks', (_, schema) => {
  const names = Object.keys(schema.entries)
  const lacking = () => parseEnvironment(schema, {})
  expect(lacking).toThrow(/^ENVIRONMENT_INVALID/)
  for (const name of names) expect(lacking).toThrow(name)
})

test('an empty variable is as good as none, and no value is told', () => {
  const schema = functionEnvironments.receive
  const variables = { CONTROL_TABLE: 'secret-value', LANDING_BUCKET: '', ARCHIVE_BUCKET: 'a', SYNC_QUEUE_URL: 'q' }
  expect(() => parseEnvironment(schema, variables)).toThrow(/LANDING_BUCKET$/)
  expect(() => parseEnvironment(schema, variables)).not.toThrow(/secret-value/)
})
