import { describe, expect, it } from 'vitest'
import { functionNames } from '../../core/deployment/environment.ts'
import { type ReadableStatement, roleOf, statementsOf } from './statements.ts'
import { resourcesOf, synthesize } from './synthesize.ts'

const template = synthesize()

const statement = (actions: readonly string[], resources: readonly string[], conditions: readonly string[] = []) => ({
  actions,
  resources,
  conditions,
})

const keyVia = (service: string, ...actions: readonly string[]): ReadableStatement =>
  statement(actions, ['<DataKey.Arn>'], [`StringEquals kms:ViaService = ${service}.<AWS::Region>.amazonaws.com`])

const tableKey = keyVia(
  'dynamodb',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
)
const control = (...actions: readonly string[]) =>
  statement(
    actions.map((action) => `dynamodb:${action}`),
    ['<TablesControl.Arn>'],
  )
const recordsAndIndexes = [
  '<TablesRecords.Arn>',
  '<TablesRecords.Arn>/index/employee',
  '<TablesRecords.Arn>/index/feed',
]
const traces = statement(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], ['*'])
const tracesAndMetrics = statement(
  ['cloudwatch:GetMetricData', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  ['*'],
)
const logs = (id: string) => statement(['logs:CreateLogStream', 'logs:PutLogEvents'], [`<${id}Logs.Arn>`])
const secrets = statement(['secretsmanager:GetSecretValue'], ['<HashingSecret>', '<PgpSecret>'])
const secretsAndFront = statement(
  ['secretsmanager:GetSecretValue'],
  ['<HashingSecret>', '<OriginSecret>', '<PgpSecret>'],
)
const hashSecret = statement(['secretsmanager:GetSecretValue'], ['<HashingSecret>'])
const send = (...to: readonly string[]) =>
  statement(
    ['sqs:SendMessage'],
    to.map((queue) => `<${queue}.Arn>`),
  )
/** To get messages delivered, and to put off those that failed. */
const consume = (queue: string, ...more: readonly string[]) =>
  statement(
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage', ...more],
    [`<${queue}.Arn>`],
  )
const archiveObjects = ['<BucketsArchive.Arn>/*']
const results = ['<BucketsLanding.Arn>/*.result.csv']
const samples = ['<BucketsArchive.Arn>/samples/*']
const listArchive = statement(['s3:ListBucket'], ['<BucketsArchive.Arn>'])
const server = 'arn:<AWS::Partition>:transfer:<AWS::Region>:<AWS::AccountId>:server/<SftpServer.ServerId>'
const serverUsers = 'arn:<AWS::Partition>:transfer:<AWS::Region>:<AWS::AccountId>:user/<SftpServer.ServerId>/*'

/** Everything that each function may do. What is not here is not allowed. */
const expected: Readonly<Record<(typeof functionNames)[number], readonly ReadableStatement[]>> = {
  receive: [
    traces,
    logs('receive'),
    control('DeleteItem', 'GetItem', 'PutItem', 'Query'),
    tableKey,
    statement(['s3:GetObject', 's3:GetObjectVersion'], ['<BucketsLanding.Arn>/*']),
    statement(['s3:ListBucket'], ['<BucketsLanding.Arn>']),
    statement(['s3:AbortMultipartUpload', 's3:GetObjectVersion', 's3:PutObject'], archiveObjects),
    keyVia('s3', 'kms:Decrypt', 'kms:GenerateDataKey'),
    send('SyncQueue', 'WebhookQueue'),
    consume('LandingQueue'),
  ],
  sync: [
    traces,
    logs('sync'),
    control('DeleteItem', 'GetItem', 'PutItem', 'Query'),
    tableKey,
    secrets,
    statement(['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:Query'], recordsAndIndexes),
    statement(
      ['s3:AbortMultipartUpload', 's3:DeleteObjectVersion', 's3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      archiveObjects,
    ),
    statement(['s3:GetObjectVersion', 's3:PutObject'], results),
    statement(['s3:ListBucket', 's3:ListBucketVersions'], ['<BucketsArchive.Arn>']),
    keyVia('s3', 'kms:Decrypt', 'kms:GenerateDataKey'),
    consume('SyncQueue', 'sqs:SendMessage'),
    send('WebhookQueue'),
  ],
  api: [
    tracesAndMetrics,
    logs('api'),
    control('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    tableKey,
    secretsAndFront,
    statement(['dynamodb:BatchGetItem', 'dynamodb:Query'], recordsAndIndexes),
    statement(['s3:GetObject', 's3:GetObjectVersion'], archiveObjects),
    listArchive,
    keyVia('s3', 'kms:Decrypt'),
    send('SyncQueue', 'WebhookQueue'),
    statement(['transfer:DeleteUser'], [server, serverUsers]),
  ],
  connect: [
    traces,
    logs('connect'),
    control('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    statement(['dynamodb:BatchGetItem'], recordsAndIndexes),
    tableKey,
    secretsAndFront,
    statement(['s3:GetObject', 's3:GetObjectVersion'], archiveObjects),
    statement(['s3:PutObject'], [...samples, '<BucketsLanding.Arn>/*']),
    listArchive,
    keyVia('s3', 'kms:Decrypt', 'kms:GenerateDataKey'),
    statement(
      [
        'transfer:CreateUser',
        'transfer:DeleteSshPublicKey',
        'transfer:DeleteUser',
        'transfer:DescribeUser',
        'transfer:ImportSshPublicKey',
        'transfer:UpdateUser',
      ],
      [server, serverUsers],
    ),
    send('SyncQueue', 'WebhookQueue'),
    statement(['iam:PassRole'], ['<SftpUserRole.Arn>'], ['StringEquals iam:PassedToService = transfer.amazonaws.com']),
  ],
  deliver: [
    traces,
    logs('deliver'),
    control('GetItem', 'PutItem', 'Query'),
    tableKey,
    hashSecret,
    consume('WebhookQueue', 'sqs:SendMessage'),
  ],
  logins: [
    traces,
    logs('logins'),
    control('GetItem', 'PutItem', 'Query'),
    tableKey,
    send('AttemptsDeadLetters', 'WebhookQueue'),
  ],
  docs: [traces, logs('docs')],
  pages: [traces, logs('pages'), control('GetItem'), tableKey],
  housekeeping: [
    traces,
    logs('housekeeping'),
    control('DeleteItem', 'GetItem', 'PutItem', 'Query'),
    tableKey,
    statement(['s3:DeleteObjectVersion'], ['<BucketsLanding.Arn>/*']),
    send('LandingQueue', 'SyncQueue', 'WebhookQueue'),
  ],
  'host-keys': [
    traces,
    logs('SftpHostKeysKeeper'),
    statement(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], ['<SftpHostKeysSecret>']),
  ],
  'pgp-keys': [
    traces,
    logs('PgpKeeper'),
    statement(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'], ['<PgpSecret>']),
  ],
}

const bySpelling = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b))

describe.each(functionNames)('the role of %s', (name) => {
  it('allows exactly what the function needs', () => {
    expect(statementsOf(template, roleOf(name)).toSorted(bySpelling)).toEqual(expected[name].toSorted(bySpelling))
  })

  it('has no rights beside its own policy and can be taken by Lambda only', () => {
    const role = resourcesOf(template, 'AWS::IAM::Role').find(({ id }) => id === roleOf(name))
    expect(role?.Properties).toEqual({
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
      },
    })
  })
})

describe('the rights of all roles together', () => {
  const all = resourcesOf(template, 'AWS::IAM::Role').flatMap(({ id }) => statementsOf(template, id))

  it('name every action in full', () => {
    expect(all.flatMap(({ actions }) => actions).filter((action) => action.includes('*'))).toEqual([])
  })

  it('name every resource, but for traces, metrics, objects and the users of the one server', () => {
    const wildcards = all.flatMap(({ resources }) => resources).filter((resource) => resource.includes('*'))
    expect(new Set(wildcards)).toEqual(
      new Set(['*', '<BucketsLanding.Arn>/*', ...results, ...archiveObjects, ...samples, serverUsers]),
    )
    expect(all.filter(({ resources }) => resources.includes('*')).flatMap(({ actions }) => actions)).toSatisfy(
      (actions: readonly string[]) =>
        actions.every((action) => action.startsWith('xray:') || action === 'cloudwatch:GetMetricData'),
    )
  })

  it('let the schedule call housekeeping and nothing else', () => {
    expect(statementsOf(template, 'HousekeepingScheduleRole')).toEqual([
      statement(['lambda:InvokeFunction'], ['<housekeepingFunction.Arn>']),
    ])
  })
})
