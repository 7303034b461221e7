import { Duration } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, type ILogGroup, SubscriptionFilter } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { toldActivities } from '#core/connect/transfer-log.ts'
import { acknowledge, keepsWhatFailed } from './acknowledge.ts'
import type { ServiceFunction } from './service-function.ts'

type LogSubscriptionProps = {
  /** Where Transfer Family writes its structured log. */
  readonly logGroup: ILogGroup
  readonly target: ServiceFunction
}

/**
 * Calls a function with the lines of the SFTP server's log that tell of attempts. Lambda repeats a call that fails twice; then it
 * lies among the dead letters. Files do not come this way: what is lost is only told nowhere but in the log.
 */
export class LogSubscription extends Construct {
  constructor(scope: Construct, id: string, { logGroup, target }: LogSubscriptionProps) {
    super(scope, id)
    const deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    acknowledge(deadLetters, keepsWhatFailed)
    target.allow(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }))
    const retries = new CfnEventInvokeConfig(this, 'Retries', {
      functionName: target.function.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: Duration.hours(6).toSeconds(),
      destinationConfig: { onFailure: { destination: deadLetters.queueArn } },
    })
    // Lambda tries whether the role may send there.
    retries.node.addDependency(target.role)
    const kinds = toldActivities.map((kind) => FilterPattern.stringValue('$.activity-type', '=', kind))
    new SubscriptionFilter(this, 'Filter', {
      logGroup,
      destination: new LambdaDestination(target.function),
      filterPattern: FilterPattern.any(...kinds),
    })
  }
}
