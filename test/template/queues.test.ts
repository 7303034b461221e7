import { describe, expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const consumers = [
  { queue: 'LandingQueue', consumer: 'receive', maxReceives: 5 },
  { queue: 'SyncQueue', consumer: 'sync', maxReceives: 5 },
  { queue: 'WebhookQueue', consumer: 'deliver', maxReceives: 100 },
]

const deliveryOf = (queue: string) =>
  resourceOf(template, 'AWS::Lambda::EventSourceMapping', `${queue}Delivery`).Properties

describe.each(consumers)('the queue $queue', ({ queue, consumer, maxReceives }) => {
  const { Properties: shape } = resourceOf(template, 'AWS::SQS::Queue', queue)
  const { Properties: deadLetters } = resourceOf(template, 'AWS::SQS::Queue', `${queue}DeadLetters`)

  it('moves what fails again and again to dead letters of its own kind, kept for 14 days', () => {
    const { deadLetterTargetArn, maxReceiveCount } = Object(shape.RedrivePolicy)
    expect(spell(deadLetterTargetArn)).toBe(`<${queue}DeadLetters.Arn>`)
    expect(maxReceiveCount).toBe(maxReceives)
    expect(deadLetters.FifoQueue).toBe(shape.FifoQueue)
    expect(deadLetters.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60)
  })

  it('hides a message for longer than its function may run', () => {
    const { Properties } = resourceOf(template, 'AWS::Lambda::Function', `${consumer}Function`)
    expect(Number(shape.VisibilityTimeout)).toBeGreaterThanOrEqual(Number(Properties.Timeout) + 60)
  })

  it('is delivered to its function, which names the messages of a batch that failed', () => {
    expect(spell(deliveryOf(queue).EventSourceArn)).toBe(`<${queue}.Arn>`)
    expect(spell(deliveryOf(queue).FunctionName)).toBe(`<${consumer}Function>`)
    expect(deliveryOf(queue).FunctionResponseTypes).toEqual(['ReportBatchItemFailures'])
  })

  it('is delivered only once its function may read it', () => {
    const { DependsOn } = resourceOf(template, 'AWS::Lambda::EventSourceMapping', `${queue}Delivery`)
    expect(DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(`^${consumer}RoleDefaultPolicy`)]))
  })
})

describe.each(resourcesOf(template, 'AWS::SQS::Queue'))('every queue: $id', ({ id, Properties }) => {
  it('is encrypted', () => {
    expect(Properties.SqsManagedSseEnabled).toBe(true)
  })

  it('refuses connections without TLS', () => {
    const policies = resourcesOf(template, 'AWS::SQS::QueuePolicy').filter(({ Properties: policy }) =>
      [policy.Queues].flat().map(spell).includes(`<${id}>`),
    )
    expect(policies.map(({ Properties: policy }) => policy.PolicyDocument)).toEqual([
      expect.objectContaining({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      }),
    ])
  })
})

describe('the sync queue', () => {
  it('hands over one message at a time, so that a failing sync holds up nobody else', () => {
    expect(deliveryOf('SyncQueue').BatchSize).toBe(1)
  })

  it('locks and limits per integration', () => {
    expect(resourceOf(template, 'AWS::SQS::Queue', 'SyncQueue').Properties).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    })
  })
})

describe('the webhook queue', () => {
  it('hands over one message at a time, so that an endpoint that does not answer holds up no other', () => {
    expect(deliveryOf('WebhookQueue').BatchSize).toBe(1)
    expect(deliveryOf('WebhookQueue').ScalingConfig).toEqual({ MaximumConcurrency: 50 })
  })

  it('locks and limits per endpoint and integration', () => {
    expect(resourceOf(template, 'AWS::SQS::Queue', 'WebhookQueue').Properties).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    })
  })
})

describe('the landing queue', () => {
  it('takes messages from S3 in this account only', () => {
    const { Properties } = resourceOf(template, 'AWS::SQS::QueuePolicy', 'LandingQueuePolicy')
    expect(Properties.PolicyDocument).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    })
  })

  it('leaves functions to the API when many files come at once', () => {
    expect(deliveryOf('LandingQueue').ScalingConfig).toEqual({ MaximumConcurrency: 10 })
  })
})
