import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { LoggedMetric } from '#core/deployment/metrics.ts'
import { metricOf } from './metrics.ts'
import type { Settings } from './settings.ts'

type EventAlarmProps = {
  readonly settings: Settings
  /** What counts the event. */
  readonly metric: LoggedMetric
  readonly description: string
}

/** Rings for an hour after an event. What an alarm does is the vendor's to say: it has no actions. */
export class EventAlarm extends Construct {
  constructor(scope: Construct, id: string, { settings, metric, description }: EventAlarmProps) {
    super(scope, id)
    new Alarm(this, 'Alarm', {
      alarmDescription: description,
      metric: metricOf(settings, metric),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
  }
}
