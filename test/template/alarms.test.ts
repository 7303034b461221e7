import { expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()

it('an alarm rings for an hour after housekeeping has found a file late', () => {
  const filter = resourceOf(template, 'AWS::Logs::MetricFilter', 'FileLateMetric').Properties
  expect(spell(filter.LogGroupName)).toBe('<housekeepingLogs>')
  expect(filter.FilterPattern).toBe('{ $.event = "FILE_LATE" }')
  expect(filter.MetricTransformations).toEqual([
    { MetricName: 'FILE_LATE', MetricNamespace: 'Rosterport', MetricValue: '1' },
  ])
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', 'FileLateAlarm').Properties).toMatchObject({
    MetricName: 'FILE_LATE',
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
