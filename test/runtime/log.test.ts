import { expect, test } from 'vitest'
import { meteredEvents, metricNames } from '#core/deployment/metrics.ts'
import { Fault } from '#core/fault.ts'
import { errorFields } from '../../lambdas/runtime/error-fields.ts'
import { jsonLog, type LogEvent, type LogFields, logEvents } from '../../lambdas/runtime/log.ts'

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

const lineOf = (event: LogEvent, fields: LogFields, namespace?: string): unknown => {
  const lines: string[] = []
  const log = jsonLog(
    (line) => lines.push(line),
    () => Date.UTC(2026, 0, 1),
    namespace,
  )
  log(event, fields)
  return JSON.parse(lines.join(''))
}

test('a function that is measured says in the line which metrics CloudWatch is to make of it', () => {
  const fields = { integrationId: 'i', state: 'SUCCEEDED', rows: 7, quarantined: 0, milliseconds: 12, lag: null }
  const units = { RowsRead: 'Count', RowsQuarantined: 'Count', SyncsSucceeded: 'Count', SyncDuration: 'Milliseconds' }
  expect(lineOf('SYNC_FINISHED', fields, 'Rosterport/prod')).toEqual({
    time: '2026-01-01T00:00:00.000Z',
    level: 'info',
    event: 'SYNC_FINISHED',
    ...fields,
    RowsRead: 7,
    RowsQuarantined: 0,
    SyncsSucceeded: 1,
    SyncDuration: 12,
    _aws: {
      Timestamp: Date.UTC(2026, 0, 1),
      CloudWatchMetrics: [
        {
          Namespace: 'Rosterport/prod',
          Dimensions: [[]],
          Metrics: Object.entries(units).map(([Name, Unit]) => ({ Name, Unit })),
        },
      ],
    },
  })
})

test('a line that measures nothing, or that nobody measures, says nothing of metrics', () => {
  expect(lineOf('SYNC_STARTED', {}, 'Rosterport/prod')).not.toHaveProperty('_aws')
  expect(lineOf('FILE_RECEIVED', {})).not.toHaveProperty('_aws')
})

test('metrics are read off events that there are, and never take the name of a field', () => {
  const events = new Set<string>(Object.keys(logEvents))
  expect(meteredEvents.filter((event) => !events.has(event))).toEqual([])
  expect(metricNames.every((name) => /^[A-Z][A-Za-z]+$/.test(name))).toBe(true)
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
