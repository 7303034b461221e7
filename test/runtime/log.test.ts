import { expect, test } from 'vitest'
import { Fault } from '#core/fault.ts'
import { errorFields } from '../../lambdas/runtime/error-fields.ts'
import { jsonLog } from '../../lambdas/runtime/log.ts'

test('an entry is one line of JSON with its time, level and event', () => {
  const lines: string[] = []
  const log = jsonLog(
    (line) => lines.push(line),
    () => Date.UTC(2026, 0, 1),
  )
  log('REQUEST_FAILED', { requestId: 'a\nb' })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]+\n$/)
  const entry = { time: '2026-01-01T00:00:00.000Z', level: 'error', event: 'REQUEST_FAILED', requestId: 'a\nb' }
  expect(JSON.parse(lines[0] ?? '')).toEqual(entry)
})

test('the message of our own faults and of services is told', () => {
  expect(errorFields(new Fault('LEASE_LOST', 'by sync 1'))).toMatchObject({
    code: 'LEASE_LOST',
    message: 'LEASE_LOST: by sync 1',
  })
  const denied = Object.assign(new Error('not authorized'), { $metadata: {} })
  expect(errorFields(denied)).toMatchObject({ message: 'not authorized' })
})

test('the message of any other error is not: it may quote a cell, over several lines', () => {
  const told = errorFields(new TypeError('cannot read\nErika Mustermann'))
  expect(told).toMatchObject({ error: 'TypeError', stack: expect.stringContaining('at ') })
  expect(JSON.stringify(told)).not.toContain('Erika')
})
