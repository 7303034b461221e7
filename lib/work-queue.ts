import { Duration, Stack } from 'aws-cdk-lib'
import type { CfnRule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda'
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type QueueName, queues } from '#core/deployment/queues.ts'
import type { Access } from './access.ts'
import { acknowledge, keepsWhatFailed } from './acknowledge.ts'
import type { ServiceFunction } from './service-function.ts'

type Consumption = {
  /** Messages handed over in one call. */
  readonly batchSize: number
  /** How many calls run side by side at most. */
  readonly maxConcurrency: number
}

const fifoTraits = {
  fifo: true,
  // Limits and locks count per group, that is per integration: one customer never slows another.
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
}

/** A queue of core/deployment/queues.ts with its dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue
  readonly #name: QueueName

  constructor(scope: Construct, id: string, name: QueueName) {
    super(scope, id)
    const shape = queues[name]
    this.#name = name
    const common = {
      // Messages hold object keys and ids, no contents: SQS's own key suffices, and S3 may send under it.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      ...(shape.fifo ? fifoTraits : {}),
    }
    this.deadLetters = new Queue(this, 'DeadLetters', { ...common, retentionPeriod: Duration.days(14) })
    acknowledge(this.deadLetters, keepsWhatFailed)
    this.queue = new Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(shape.visibilitySeconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: shape.maxReceives },
    })
  }

  /** To send messages. */
  send(): Access {
    return this.#access('sqs:SendMessage')
  }

  /** To let a message that failed rest for a while. */
  postpone(): Access {
    return this.#access('sqs:ChangeMessageVisibility')
  }

  /** S3 may report here. The bucket cannot be named, because it needs this policy before it exists. */
  acceptFromS3(): void {
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
  }

  /** This queue as the target of an EventBridge rule; what it cannot be sent becomes one of its dead letters. */
  asTarget(id: string): CfnRule.TargetProperty {
    return { id, arn: this.queue.queueArn, deadLetterConfig: { arn: this.deadLetters.queueArn } }
  }

  /** The rule may send here, and its dead letters. */
  acceptFromRule(ruleArn: string): void {
    for (const queue of [this.queue, this.deadLetters])
      queue.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': ruleArn } },
        }),
      )
  }

  /** Hands the messages to a function; of a batch, only those that failed come back. */
  deliverTo(target: ServiceFunction, consumption: Consumption): void {
    target.allow(this.#allow('sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'))
    const mapping = new EventSourceMapping(this, 'Delivery', {
      target: target.function,
      eventSourceArn: this.queue.queueArn,
      batchSize: consumption.batchSize,
      maxConcurrency: consumption.maxConcurrency,
      reportBatchItemFailures: true,
    })
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination': 'Messages that fail become dead letters of their own queue.',
    })
    // The mapping is refused while the role may not read the queue.
    mapping.node.addDependency(target.role)
  }

  #access(action: string): Access {
    return {
      statements: [this.#allow(action)],
      environment: { [`${this.#name.toUpperCase()}_QUEUE_URL`]: this.queue.queueUrl },
    }
  }

  #allow(...actions: readonly string[]): PolicyStatement {
    return new PolicyStatement({ actions: [...actions], resources: [this.queue.queueArn] })
  }
}
