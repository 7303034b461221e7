import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { bare, readText, rowsOf, sectionOf } from '../docs/documents.ts'
import { resourceOf, resourcesOf, synthesize } from './synthesize.ts'

const template = synthesize({ stage: 'acceptance', alarmEmail: 'ops@example.com' })
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm')
const runbook = readText('docs/runbook.md')

const nameOf = (id: string): string => id.replace(/^Alarms/, '')
const Described = v.object({ AlarmDescription: v.string() })
const sections = Array.from(runbook.matchAll(/^## (.+)$/gm), ([, title = '']) =>
  title.toLowerCase().replaceAll(' ', '-'),
)

describe('every alarm', () => {
  it('has its line in the runbook, and there is no other', () => {
    expect(
      rowsOf(sectionOf(runbook, 'Alarms'))
        .map(([name]) => bare(name))
        .sort(),
    ).toEqual(alarms.map(({ id }) => nameOf(id)).sort())
  })

  it('says what users lose, and which section of the runbook says what to do', () => {
    for (const { Properties } of alarms) {
      const { AlarmDescription } = v.parse(Described, Properties)
      const [, loses = '', section = ''] = /^(.+\.) What to do: docs\/runbook\.md#(.+)$/.exec(AlarmDescription) ?? []
      expect(loses).not.toBe('')
      expect(sections).toContain(section)
    }
  })

  it('is told when it begins and when it is over', () => {
    for (const { Properties } of alarms)
      expect(Properties).toMatchObject({ AlarmActions: [expect.anything()], OKActions: [expect.anything()] })
  })

  it('stands on the dashboard of the deployment', () => {
    const [board] = resourcesOf(template, 'AWS::CloudWatch::Dashboard')
    expect(board?.Properties).toMatchObject({ DashboardName: 'rosterport-acceptance' })
    const body = JSON.stringify(board?.Properties.DashboardBody)
    for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) expect(body).toContain(id)
  })
})

it.each([
  { alarm: 'FileLate', metric: 'LateFiles' },
  { alarm: 'GuardHeld', metric: 'GuardTrips' },
  { alarm: 'SyncFailed', metric: 'SyncsFailed' },
  { alarm: 'RecordsDiffer', metric: 'RecordsDiffering' },
  { alarm: 'EndpointDead', metric: 'WebhooksGivenUp' },
])('$alarm rings for an hour after one of $metric', ({ alarm, metric }) => {
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', `Alarms${alarm}`).Properties).toMatchObject({
    MetricName: metric,
    Namespace: 'Rosterport/acceptance',
    Statistic: 'Sum',
    Period: 3600,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  })
})

it.each(['Landing', 'Sync', 'Webhook'])('the dead letters of the queue %s ring at the first one', (queue) => {
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', `Alarms${queue}GivenUp`).Properties).toMatchObject({
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [
      { Name: 'QueueName', Value: { 'Fn::GetAtt': [expect.stringMatching(/^\w+QueueDeadLetters/), 'QueueName'] } },
    ],
    Threshold: 1,
  })
})

it('every function is watched for errors', () => {
  const watched = JSON.stringify(resourceOf(template, 'AWS::CloudWatch::Alarm', 'AlarmsFunctionsFail').Properties)
  const functions = Object.entries(template.findResources('AWS::Lambda::Function')).filter(([id]) =>
    /^(receive|sync|deliver|api|connect|docs|pages|housekeeping|logins)Function/.test(id),
  )
  expect(functions).toHaveLength(9)
  for (const [id] of functions) expect(watched).toContain(id)
})

it('a housekeeping that is not called rings, though nothing is measured then', () => {
  expect(resourceOf(template, 'AWS::CloudWatch::Alarm', 'AlarmsHousekeepingSilent').Properties).toMatchObject({
    MetricName: 'Invocations',
    ComparisonOperator: 'LessThanThreshold',
    EvaluationPeriods: 3,
    TreatMissingData: 'breaching',
  })
})
