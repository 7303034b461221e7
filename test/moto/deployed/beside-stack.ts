import {
  APIGatewayClient,
  CreateStageCommand,
  GetDeploymentsCommand,
  PutGatewayResponseCommand,
  UpdateAccountCommand,
} from '@aws-sdk/client-api-gateway'
import { LambdaClient, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import {
  PutBucketNotificationConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import { SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import * as v from 'valibot'
import { s3Client, sqsClient } from '../../../lambdas/adapters/clients.ts'
import { moto } from '../moto.ts'

type Properties = Readonly<Record<string, unknown>>
type Make = (properties: Properties) => Promise<unknown>

const s3 = s3Client(moto)
const sqs = sqsClient(moto)
const gateway = new APIGatewayClient(moto)
const lambda = new LambdaClient(moto)

const BucketSchema = v.object({
  VersioningConfiguration: v.exactOptional(v.object({ Status: v.literal('Enabled') })),
  PublicAccessBlockConfiguration: v.exactOptional(v.record(v.string(), v.boolean())),
  NotificationConfiguration: v.exactOptional(
    v.object({ QueueConfigurations: v.array(v.object({ Event: v.literal('s3:ObjectCreated:*'), Queue: v.string() })) }),
  ),
})

/** Those properties of a bucket that moto's CloudFormation passes over. */
export const finishBucket = async (Bucket: string, properties: Properties): Promise<void> => {
  const { VersioningConfiguration, PublicAccessBlockConfiguration, NotificationConfiguration } = v.parse(
    BucketSchema,
    properties,
  )
  if (VersioningConfiguration) await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }))
  if (PublicAccessBlockConfiguration)
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration }))
  if (!NotificationConfiguration) return
  const queues = NotificationConfiguration.QueueConfigurations
  await s3.send(
    new PutBucketNotificationConfigurationCommand({
      Bucket,
      NotificationConfiguration: {
        QueueConfigurations: queues.map(({ Event, Queue }) => ({ Events: [Event], QueueArn: Queue })),
      },
    }),
  )
}

const text = v.string()

const putBucketPolicy: Make = (properties) => {
  const { Bucket, PolicyDocument } = v.parse(v.object({ Bucket: text, PolicyDocument: v.looseObject({}) }), properties)
  return s3.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify(PolicyDocument) }))
}

const putQueuePolicy: Make = (properties) => {
  const shape = v.object({ Queues: v.array(text), PolicyDocument: v.looseObject({}) })
  const { Queues, PolicyDocument } = v.parse(shape, properties)
  const Attributes = { Policy: JSON.stringify(PolicyDocument) }
  return Promise.all(Queues.map((QueueUrl) => sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }))))
}

const putGatewayResponse: Make = (properties) => {
  const shape = v.object({
    RestApiId: text,
    ResponseType: text,
    StatusCode: v.exactOptional(text),
    ResponseTemplates: v.record(text, text),
  })
  const { RestApiId, ResponseType, StatusCode, ResponseTemplates } = v.parse(shape, properties)
  return gateway.send(
    new PutGatewayResponseCommand({
      restApiId: RestApiId,
      responseType: ResponseType as 'DEFAULT_4XX',
      statusCode: StatusCode,
      responseTemplates: ResponseTemplates,
    }),
  )
}

const createStage: Make = async (properties) => {
  const shape = v.object({ RestApiId: text, StageName: text, TracingEnabled: v.boolean() })
  const { RestApiId: restApiId, StageName: stageName, TracingEnabled: tracingEnabled } = v.parse(shape, properties)
  // moto knows its deployment by another id than the one that the stack tells.
  const { items = [] } = await gateway.send(new GetDeploymentsCommand({ restApiId }))
  return gateway.send(new CreateStageCommand({ restApiId, stageName, deploymentId: items[0]?.id, tracingEnabled }))
}

const updateAccount: Make = (properties) => {
  const { CloudWatchRoleArn: value } = v.parse(v.object({ CloudWatchRoleArn: text }), properties)
  const operation = { op: 'replace', path: '/cloudwatchRoleArn', value } as const
  return gateway.send(new UpdateAccountCommand({ patchOperations: [operation] }))
}

const putInvokeConfig: Make = (properties) => {
  const shape = v.object({
    FunctionName: text,
    MaximumRetryAttempts: v.number(),
    MaximumEventAgeInSeconds: v.number(),
    DestinationConfig: v.object({ OnFailure: v.object({ Destination: text }) }),
  })
  return lambda.send(new PutFunctionEventInvokeConfigCommand(v.parse(shape, properties)))
}

/** Types that moto's CloudFormation passes over, though moto has them: each is made over the SDK, of the template's own properties. */
export const makersBeside: Readonly<Record<string, Make>> = {
  'AWS::S3::BucketPolicy': putBucketPolicy,
  'AWS::SQS::QueuePolicy': putQueuePolicy,
  'AWS::ApiGateway::GatewayResponse': putGatewayResponse,
  'AWS::ApiGateway::Stage': createStage,
  'AWS::ApiGateway::Account': updateAccount,
  'AWS::Lambda::EventInvokeConfig': putInvokeConfig,
}
