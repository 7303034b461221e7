import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

type EventAlarmProps = {
  readonly logGroup: ILogGroup
  /** The event that functions log, and its metric in the namespace `Rosterport`. */
  readonly event: string
  readonly description: string
}

/** Counts an event of a log, and rings for an hour after one. What an alarm does is the vendor's to say: it has no actions. */
export class EventAlarm extends Construct {
  constructor(scope: Construct, id: string, { logGroup, event, description }: EventAlarmProps) {
    super(scope, id)
    const filter = new MetricFilter(this, 'Metric', {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
      metricNamespace: 'Rosterport',
      metricName: event,
      metricValue: '1',
    })
    new Alarm(this, 'Alarm', {
      alarmDescription: description,
      metric: filter.metric({ statistic: 'Sum', period: Duration.hours(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
  }
}
