import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { LoggedMetric } from '#core/deployment/metrics.ts'
import type { AlarmBell } from './alarm-bell.ts'
import { metricOf } from './metrics.ts'
import type { Settings } from './settings.ts'

type EventAlarmProps = {
  readonly settings: Settings
  readonly bell: AlarmBell
  /** What counts the event. */
  readonly metric: LoggedMetric
  readonly description: string
}

/** Rings for an hour after an event. */
export class EventAlarm extends Construct {
  constructor(scope: Construct, id: string, { settings, bell, metric, description }: EventAlarmProps) {
    super(scope, id)
    const alarm = new Alarm(this, 'Alarm', {
      alarmDescription: description,
      metric: metricOf(settings, metric),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    bell.ringFor(alarm)
  }
}
