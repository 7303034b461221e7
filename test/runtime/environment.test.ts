import * as v from 'valibot'
import { expect, test } from 'vitest'
import { functionEnvironments } from '#core/deployment/environment.ts'
import { parseEnvironment } from '../../lambdas/runtime/environment.ts'

const withVariables = Object.entries(functionEnvironments).filter(([, { entries }]) => Object.keys(entries).length > 0)

test.each(withVariables)('%s names every variable that it lacks', (_, schema) => {
  const names = Object.keys(schema.entries)
  const lacking = () => parseEnvironment(schema, {})
  expect(lacking).toThrow(/^ENVIRONMENT_INVALID/)
  for (const name of names) expect(lacking).toThrow(name)
})

test('an empty variable is as good as none, and no value is told', () => {
  const present = v.pipe(v.string(), v.minLength(1))
  const schema = v.object({ QUEUE: present, BUCKET: present })
  const lacking = () => parseEnvironment(schema, { QUEUE: 'some-value', BUCKET: '' })
  expect(lacking).toThrow(/BUCKET$/)
  expect(lacking).not.toThrow(/some-value/)
})
