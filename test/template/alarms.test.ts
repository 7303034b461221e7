import { expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()

it.each([
  { alarm: 'FileLate', event: 'FILE_LATE', by: 'housekeeping' },
  { alarm: 'GuardHeld', event: 'GUARD_HELD', by: 'sync' },
])('an alarm rings for an hour after $by has logged $event', ({ alarm, event, by }) => {
  const filter = resourceOf(template, 'AWS::Logs::MetricFilter', `${alarm}Metric`).Properties
  expect(spell(filter.LogGroupName)).toBe(`<${by}Logs>`)
  expect(filter.FilterPattern).toBe(`{ $.event = "${event}" }`)
  expect(filter.MetricTransformations).toEqual([{ MetricName: event, MetricNamespace: 'Rosterport', MetricValue: '1' }])
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', `${alarm}Alarm`).Properties).toMatchObject({
    MetricName: event,
    Namespace: 'Rosterport',
    Statistic: 'Sum',
    Period: 3600,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  })
})

it('every metric of a log has its alarm', () => {
  const metrics = resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ id }) => id.replace(/Metric$/, ''))
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ id }) => id.replace(/Alarm$/, ''))
  expect(alarms).toEqual(metrics)
})
