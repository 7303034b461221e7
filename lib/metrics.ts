import { Duration } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { type LoggedMetric, metricNamespace } from '#core/deployment/metrics.ts'
import type { Access } from './access.ts'
import type { Settings } from './settings.ts'

/** Has the log lines of a function make metrics: the lines say it themselves, so it takes no right. */
export const emitMetrics = ({ stage }: Settings): Access => ({
  statements: [],
  environment: { METRICS_NAMESPACE: metricNamespace(stage) },
})

/** CloudWatch has neither resources nor conditions for reading metrics: whoever may read one may read all. They hold numbers, nothing of anybody. */
export const readMetrics = (): Access => ({
  statements: [new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] })],
  environment: {},
})

/** A metric of core/deployment/metrics.ts, to ring an alarm by. */
export const metricOf = ({ stage }: Settings, metricName: LoggedMetric, statistic: 'Sum' | 'Maximum' = 'Sum'): Metric =>
  new Metric({ namespace: metricNamespace(stage), metricName, statistic, period: Duration.hours(1) })
