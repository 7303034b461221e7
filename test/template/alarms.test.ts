import { expect, it } from 'vitest'
import { resourceOf, synthesize } from './synthesize.ts'

const template = synthesize({ stage: 'acceptance' })

it.each([
  { alarm: 'FileLate', metric: 'LateFiles' },
  { alarm: 'GuardHeld', metric: 'GuardTrips' },
])('an alarm rings for an hour after one of $metric', ({ alarm, metric }) => {
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', `${alarm}Alarm`).Properties).toMatchObject({
    MetricName: metric,
    Namespace: 'Rosterport/acceptance',
    Statistic: 'Sum',
    Period: 3600,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  })
})
