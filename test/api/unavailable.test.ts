import { expect, test } from 'vitest'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
const { id } = await api.makeIntegration()
const headers = { 'x-integration-id': id }

test.each([
  'staffing-entities',
  'performance-reviews',
  'performance-review-cycles',
  'employee-document-categories',
  'skills',
  'employee-skill-assignments',
])('no file carries %s', async (model) => {
  const { status, json } = await api.call('GET', `/v1/hris/${model}?page_size=100`, { headers })
  expect([status, json.error.code]).toEqual([422, 'INTEGRATION.MODEL_NOT_AVAILABLE'])
  expect(Object.keys(json.error)).toEqual(['code', 'title', 'message', 'log_url'])
})

test.each([
  ['GET', 'employees/form'],
  ['POST', 'employees/form'],
  ['POST', 'employees'],
  ['PATCH', 'employees/x'],
  ['POST', 'employees/x/documents'],
  ['POST', 'absences'],
  ['DELETE', 'absences/x'],
  ['POST', 'skills'],
  ['PATCH', 'skills/x'],
  ['DELETE', 'skills/x'],
  ['POST', 'provisioning-groups/default/diff'],
  ['POST', 'provisioning-groups/default/setup-links'],
])('nothing is written back by %s %s', async (method, path) => {
  const answer = await api.call(method, `/v1/hris/${path}`, { headers, ...(method === 'GET' ? {} : { body: {} }) })
  expect([answer.status, answer.json.error.code]).toEqual([422, 'INTEGRATION.ACTION_NOT_AVAILABLE'])
  expect([answer.headers.get('concurrency-limit'), answer.headers.get('concurrency-remaining')]).toEqual(['30', '30'])
})

test.each(['[]', '[{"type":"FULL"}]', '"FULL"', '7', 'null', '{'])('a body of %s is refused', async (body) => {
  const { status, json } = await api.call('POST', '/v1/force-sync', { headers, body })
  expect([status, json.error.code]).toEqual([400, 'PLATFORM.INPUT_INVALID'])
})
