import { describe, expect, it } from 'vitest'
import { gatewayErrors } from '../../core/api/gateway-errors.ts'
import { functionEnvironments, functionNames } from '../../core/deployment/environment.ts'
import { gatewayPaths } from '../../core/deployment/gateway.ts'
import { nodeOptions } from '../../core/deployment/node-options.ts'
import { queues } from '../../core/deployment/queues.ts'
import { routes } from '../../core/deployment/routes.ts'
import { controlTable, recordsTable, type TableShape } from '../../core/deployment/tables.ts'
import { matchRoute } from '../../local/match-route.ts'
import { codeOf, commandsIn, endpointsIn, sourcesIn } from './sources.ts'
import { roleOf, statementsOf } from './statements.ts'
import { resourceOf, resourcesOf, spell, synthesize, withoutHash } from './synthesize.ts'

/** Three sides must agree: what core/deployment declares, what the template has, and what the functions' code uses. */

const template = synthesize()

const ids: Readonly<Record<string, string>> = { 'host-keys': 'SftpHostKeysKeeper', 'pgp-keys': 'PgpKeeper' }
const functionId = (name: string): string => `${ids[name] ?? name}Function`
const variablesOf = (name: string): Readonly<Record<string, unknown>> =>
  Object(Object(resourceOf(template, 'AWS::Lambda::Function', functionId(name)).Properties.Environment).Variables)

describe('routes', () => {
  const resources = new Map(
    Object.entries(template.findResources('AWS::ApiGateway::Resource')).map(([id, { Properties }]) => [id, Properties]),
  )
  const pathOf = (resource: unknown): string => {
    const { Ref } = Object(resource)
    const properties = resources.get(Ref)
    return properties === undefined ? '' : `${pathOf(properties.ParentId)}/${properties.PathPart}`
  }
  const served = resourcesOf(template, 'AWS::ApiGateway::Method').map(({ Properties }) => {
    const target = /<(\w+)Function\.Arn>/.exec(spell(Object(Properties.Integration).Uri))?.[1]
    return `${Properties.HttpMethod} ${pathOf(Properties.ResourceId)} -> ${target}`
  })

  it('reach the REST API by the declared paths, each with its function', () => {
    expect(served.toSorted()).toEqual(
      gatewayPaths.map(({ method, path, function: name }) => `${method} ${path} -> ${name}`).toSorted(),
    )
  })

  it.each(routes)('$method $path reaches $function, and no other function', ({ method, path, function: name }) => {
    expect(matchRoute(method, path.replaceAll(/\{\w+\}/g, 'x'))?.function).toBe(name)
  })

  it.each(['api', 'connect', 'docs', 'pages'] as const)(
    'have an endpoint in %s, and no endpoint lacks a route',
    (name) => {
      const routed = routes.filter((route) => route.function === name).map(({ method, path }) => `${method} ${path}`)
      expect(endpointsIn(name).toSorted()).toEqual(routed.toSorted())
    },
  )

  it('cost no resources of the stack: a folder is one, whatever is in it', () => {
    expect(Object.keys(template.toJSON().Resources).length).toBeLessThan(300)
  })
})

describe('the gateway’s own answers', () => {
  it('are the declared ones', () => {
    const types = resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').map(
      ({ Properties }) => Properties.ResponseType,
    )
    expect(types.toSorted()).toEqual(Object.keys(gatewayErrors).toSorted())
  })
})

describe('functions', () => {
  it('of the template are the declared ones', () => {
    expect(
      resourcesOf(template, 'AWS::Lambda::Function')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(functionNames.map(functionId).toSorted())
    expect([...functionNames].toSorted()).toEqual(Object.keys(functionEnvironments).toSorted())
  })
})

describe.each(functionNames)('the variables of %s', (name) => {
  const declared = Object.keys(functionEnvironments[name].entries).toSorted()

  it('are the declared ones', () => {
    const { NODE_OPTIONS, ...others } = variablesOf(name)
    expect(Object.keys(others).toSorted()).toEqual(declared)
    expect(NODE_OPTIONS).toBe(nodeOptions[name])
  })

  it('are the ones its code reads', () => {
    const known = new Set(functionNames.flatMap((other) => Object.keys(functionEnvironments[other].entries)))
    const read = new Set([...codeOf(name).matchAll(/\.([A-Z][A-Z0-9_]+)\b/g)].map(([, variable = '']) => variable))
    expect([...known].filter((variable) => read.has(variable)).toSorted()).toEqual(declared)
  })

  it('name the resources they promise', () => {
    const meant: Readonly<Record<string, string>> = {
      CONTROL_TABLE: '<TablesControl>',
      RECORDS_TABLE: '<TablesRecords>',
      LANDING_BUCKET: '<BucketsLanding>',
      ARCHIVE_BUCKET: '<BucketsArchive>',
      UPLOAD_ORIGINS: 'https://<BucketsLanding.RegionalDomainName> https://<BucketsArchive.RegionalDomainName>',
      LANDING_QUEUE_URL: '<LandingQueue>',
      SYNC_QUEUE_URL: '<SyncQueue>',
      WEBHOOK_QUEUE_URL: '<WebhookQueue>',
      HASH_SECRET_ID: '<HashingSecret>',
      PGP_SECRET_ID: '<PgpSecret>',
      HOST_KEY_SECRET_ID: '<SftpHostKeysSecret>',
      SFTP_SERVER_ID: '<SftpServer.ServerId>',
      SFTP_HOST: '<SftpServer.ServerId>.server.transfer.<AWS::Region>.amazonaws.com',
      SFTP_PORT: '22',
      SFTP_HOST_KEYS: '<SftpHostKeys.PublicKeys>',
      SFTP_ADDRESSES: '',
      NODE_OPTIONS: nodeOptions[name] ?? '',
      MAIL_FROM: '',
      METRICS_NAMESPACE: 'Rosterport/prod',
      SFTP_USER_ROLE_ARN: '<SftpUserRole.Arn>',
      REQUESTS_PER_MINUTE: '300',
      OPENID_ISSUER: 'https://cognito-idp.<AWS::Region>.<AWS::URLSuffix>/<SignInPool>',
      OPENID_CLIENT_ID: '<SignInClient>',
      ORIGIN_SECRET_ID: '<OriginSecret>',
      DASHBOARD_URL: 'https://<FrontDashboard.DomainName>',
      FIRST_ADMIN: '',
      PUBLIC_URL: 'https://<FrontApi.DomainName>',
    }
    for (const [variable, value] of Object.entries(variablesOf(name))) {
      expect(`${variable} = ${spell(value)}`).toBe(`${variable} = ${meant[variable]}`)
    }
  })
})

describe.each([
  { id: 'TablesControl', shape: controlTable, adapter: /dynamo-control-store/ },
  { id: 'TablesRecords', shape: recordsTable, adapter: /dynamo-record/ },
])('the table $id', ({ id, shape, adapter }: { id: string; shape: TableShape; adapter: RegExp }) => {
  const { Properties } = resourceOf(template, 'AWS::DynamoDB::Table', id)
  const keySchema = (partitionKey: string, sortKey: string) => [
    { AttributeName: partitionKey, KeyType: 'HASH' },
    { AttributeName: sortKey, KeyType: 'RANGE' },
  ]

  it('has the declared keys', () => {
    expect(Properties.KeySchema).toEqual(keySchema(shape.partitionKey, shape.sortKey))
  })

  it('has the declared indexes', () => {
    expect(Properties.GlobalSecondaryIndexes ?? []).toEqual(
      shape.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: index.projection },
      })),
    )
  })

  const names = [shape, ...shape.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
  const code = sourcesIn('adapters', adapter)

  it('has its keys written by its adapter', () => {
    const written = new Set([...code.matchAll(/\b(\w+): \{ S: /g)].map(([, name]) => name))
    expect(names.filter((name) => !written.has(name))).toEqual([])
  })

  it('is asked by its keys and indexes, and has none that nobody asks', () => {
    const queries = [...code.matchAll(/new QueryCommand\(\{[\s\S]*?ExpressionAttributeNames: \{([^}]*)\}/g)]
    const asked = queries.map(([query, keys = '']) => {
      const index = /IndexName: '(\w+)'/.exec(query)?.[1] ?? 'table'
      return [index, [...keys.matchAll(/: '(\w+)'/g)].map(([, key]) => key)] as const
    })
    const keysOf = new Map([
      ['table', [shape.partitionKey, shape.sortKey]],
      ...shape.indexes.map((index) => [index.name, [index.partitionKey, index.sortKey]] as const),
    ])
    expect([...new Set(asked.map(([index]) => index))].toSorted()).toEqual([...keysOf.keys()].toSorted())
    for (const [index, keys] of asked) expect(keysOf.get(index)).toEqual(expect.arrayContaining(keys))
  })

  it('has text for every key', () => {
    expect(Properties.AttributeDefinitions).toEqual(
      [...new Set(names)].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    )
  })
})

describe('queues', () => {
  const isWork = ({ id }: { readonly id: string }) => id !== 'AttemptsDeadLetters'
  const all = resourcesOf(template, 'AWS::SQS::Queue').filter(isWork)
  const inTemplate = all.filter(({ id }) => !id.endsWith('DeadLetters'))

  it('of the template are the declared ones, with the declared traits', () => {
    const traits = inTemplate.map(({ id, Properties }) => ({
      id,
      fifo: Properties.FifoQueue ?? false,
      visibilitySeconds: Properties.VisibilityTimeout,
      maxReceives: Object(Properties.RedrivePolicy).maxReceiveCount,
    }))
    const declared = Object.entries(queues).map(([name, shape]) => ({
      id: `${name[0]?.toUpperCase()}${name.slice(1)}Queue`,
      ...shape,
    }))
    expect(traits).toEqual(declared)
  })

  it('have dead letters, one queue each', () => {
    const deadLetters = all.filter(({ id }) => id.endsWith('DeadLetters'))
    expect(deadLetters.map(({ id }) => id)).toEqual(inTemplate.map(({ id }) => `${id}DeadLetters`))
    expect(inTemplate.map(({ Properties }) => spell(Object(Properties.RedrivePolicy).deadLetterTargetArn))).toEqual(
      deadLetters.map(({ id }) => `<${withoutHash(id)}.Arn>`),
    )
  })
})

describe('rights', () => {
  /** What each command of the SDK must be allowed to do. Who may not list a bucket is told "forbidden" of what is merely absent. */
  const rightsOf: Readonly<Record<string, readonly string[]>> = {
    BatchGetItemCommand: ['dynamodb:BatchGetItem'],
    BatchWriteItemCommand: ['dynamodb:BatchWriteItem'],
    DeleteItemCommand: ['dynamodb:DeleteItem'],
    GetItemCommand: ['dynamodb:GetItem'],
    PutItemCommand: ['dynamodb:PutItem'],
    QueryCommand: ['dynamodb:Query'],
    UpdateItemCommand: ['dynamodb:UpdateItem'],
    GetObjectCommand: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
    HeadObjectCommand: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket'],
    CopyObjectCommand: ['s3:GetObjectVersion', 's3:PutObject'],
    ListObjectVersionsCommand: ['s3:ListBucketVersions'],
    DeleteObjectCommand: ['s3:DeleteObjectVersion'],
    PutObjectCommand: ['s3:PutObject'],
    Upload: ['s3:AbortMultipartUpload', 's3:PutObject'],
    CreateMultipartUploadCommand: ['s3:PutObject'],
    UploadPartCopyCommand: ['s3:GetObjectVersion', 's3:PutObject'],
    CompleteMultipartUploadCommand: ['s3:PutObject'],
    AbortMultipartUploadCommand: ['s3:AbortMultipartUpload'],
    GetMetricDataCommand: ['cloudwatch:GetMetricData'],
    SendEmailCommand: ['ses:SendEmail'],
    SendMessageCommand: ['sqs:SendMessage'],
    ReceiveMessageCommand: ['sqs:ReceiveMessage'],
    DeleteMessageCommand: ['sqs:DeleteMessage'],
    ChangeMessageVisibilityCommand: ['sqs:ChangeMessageVisibility'],
    GetSecretValueCommand: ['secretsmanager:GetSecretValue'],
    PutSecretValueCommand: ['secretsmanager:PutSecretValue'],
    CreateUserCommand: ['iam:PassRole', 'transfer:CreateUser'],
    UpdateUserCommand: ['iam:PassRole', 'transfer:UpdateUser'],
    DescribeUserCommand: ['transfer:DescribeUser'],
    DeleteUserCommand: ['transfer:DeleteUser'],
    ImportSshPublicKeyCommand: ['transfer:ImportSshPublicKey'],
    DeleteSshPublicKeyCommand: ['transfer:DeleteSshPublicKey'],
  }

  /**
   * What only seems to be called: a method of another object has the same name (`process.stdout.write`, `records.list`,
   * `sftpUsers.remove`, `room.put`), or the adapter's methods share a helper.
   */
  const uncalled: Readonly<Partial<Record<(typeof functionNames)[number], readonly string[]>>> = {
    api: ['dynamodb:BatchWriteItem', 's3:AbortMultipartUpload', 's3:ListBucketVersions', 's3:PutObject'],
    connect: ['dynamodb:BatchWriteItem', 's3:AbortMultipartUpload', 's3:ListBucketVersions'],
    // Granted where the settings name a sender.
    deliver: ['ses:SendEmail'],
    pages: ['dynamodb:PutItem'],
  }

  /** Used by the platform on a function's behalf, not by its code: logs, traces, keys, and the reading of its queue. */
  const ofThePlatform = /^(logs|xray|kms):|^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes)$/

  it('of every command in the adapters are known', () => {
    expect(commandsIn(sourcesIn('adapters')).filter((command) => !Object.hasOwn(rightsOf, command))).toEqual([])
  })

  it.each(functionNames)('of %s are the ones its commands need', (name) => {
    const needed = commandsIn(codeOf(name)).flatMap((command) => rightsOf[command] ?? [command])
    const granted = statementsOf(template, roleOf(name)).flatMap(({ actions }) => actions)
    const own = (actions: readonly string[]) =>
      [...new Set(actions)].filter((action) => !ofThePlatform.test(action)).toSorted()
    const apparent = uncalled[name] ?? []
    expect(needed, 'an exception that is none').toEqual(expect.arrayContaining([...apparent]))
    expect(own(granted)).toEqual(own(needed.filter((action) => !apparent.includes(action))))
  })
})
