import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { HeadObjectCommand } from '@aws-sdk/client-s3'
import type { APIGatewayProxyResult, SQSBatchResponse, SQSRecord } from 'aws-lambda'
import * as v from 'valibot'
import { apiClient } from '../../../cli/client.ts'
import { type FunctionName, functionEnvironments } from '../../../core/deployment/environment.ts'
import { s3Client, sqsClient } from '../../../lambdas/adapters/clients.ts'
import { sqsQueue } from '../../../lambdas/adapters/sqs-queue.ts'
import { startHttpFront } from '../../../local/http-front.ts'
import { startPump } from '../../../local/pump.ts'
import { moto } from '../moto.ts'
import { type Deployed, deployToMoto } from './create-stack.ts'
import { type RunningFunction, startFunction } from './functions.ts'
import { ofType } from './resources.ts'

const lambda = new LambdaClient(moto)
const sqs = sqsClient(moto)
const s3 = s3Client(moto)

/** moto names queues by the address of AWS. */
const reachable = (value: string): string => value.replace(/^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com/, moto.endpoint)

/** The variables of a function, as its resource on the server has them. */
const variablesOf = async ({ resources, values }: Deployed, name: FunctionName) => {
  const [id = ''] =
    ofType(resources, 'AWS::Lambda::Function').find(([each]) => each.startsWith(`${name}Function`)) ?? []
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: values.get(id) }))
  const entries = Object.entries(Environment?.Variables ?? {}).filter(([variable]) => variable !== 'NODE_OPTIONS')
  const variables = Object.fromEntries(entries.map(([variable, value]) => [variable, reachable(value)]))
  return v.parse(
    v.record(v.string(), v.string()),
    v.parse(v.strictObject(functionEnvironments[name].entries), variables),
  )
}

const AnswerSchema = v.object({
  statusCode: v.number(),
  headers: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  body: v.string(),
})

const httpOf =
  ({ call }: RunningFunction) =>
  async (event: unknown): Promise<APIGatewayProxyResult> =>
    v.parse(AnswerSchema, await call(event))

const BatchSchema = v.object({ batchItemFailures: v.array(v.object({ itemIdentifier: v.string() })) })

const NotificationSchema = v.looseObject({
  Records: v.optional(
    v.array(
      v.looseObject({
        s3: v.looseObject({ bucket: v.object({ name: v.string() }), object: v.looseObject({ key: v.string() }) }),
      }),
    ),
    [],
  ),
})

/** moto's notifications leave out the version of the object. */
const withVersion = async (record: SQSRecord): Promise<SQSRecord> => {
  const notification = v.parse(v.pipe(v.string(), v.parseJson(), NotificationSchema), record.body)
  for (const { s3: told } of notification.Records) {
    const Key = decodeURIComponent(told.object.key.replaceAll('+', ' '))
    const { VersionId } = await s3.send(new HeadObjectCommand({ Bucket: told.bucket.name, Key }))
    Object.assign(told.object, { versionId: VersionId })
  }
  return { ...record, body: JSON.stringify(notification) }
}

const pumpOf = (running: RunningFunction, url: string) =>
  startPump({
    queue: sqsQueue({ client: sqs, url }),
    handler: async ({ Records }): Promise<SQSBatchResponse> => {
      const event = { Records: await Promise.all(Records.map(withVersion)) }
      return v.parse(BatchSchema, await running.call(event))
    },
    batchSize: 1,
    workers: 1,
    timeoutSeconds: 60,
    onFault: (error) => process.stderr.write(`${String(error)}\n`),
  })

const main = fileURLToPath(new URL('../../../cli/main.ts', import.meta.url))

/** What the output FirstApiKey tells the operator to run. */
const createFirstKey = async (table: string, secret: string): Promise<string> => {
  const { accessKeyId, secretAccessKey } = moto.credentials
  const env = {
    AWS_ENDPOINT_URL: moto.endpoint,
    AWS_REGION: moto.region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  }
  const command = [main, 'api-key', 'create', '--table', table, '--secret', secret]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env })
  return v.parse(v.pipe(v.string(), v.parseJson(), v.object({ api_key: v.string() })), stdout).api_key
}

/** The functions of the stack at work: behind the paths that its gateway has, and behind its queues. */
export const startDeployed = async () => {
  const deployed = await deployToMoto()
  const variables = {
    receive: await variablesOf(deployed, 'receive'),
    sync: await variablesOf(deployed, 'sync'),
    api: await variablesOf(deployed, 'api'),
    connect: await variablesOf(deployed, 'connect'),
  }
  const [receive, sync, api, connect] = await Promise.all([
    startFunction('receive', variables.receive),
    startFunction('sync', variables.sync),
    startFunction('api', variables.api),
    startFunction('connect', variables.connect),
  ])
  const elsewhere = () => Promise.reject(new Error('Not started.'))
  const front = await startHttpFront({
    port: 0,
    functions: { api: httpOf(api), connect: httpOf(connect), docs: elsewhere, pages: elsewhere },
    isHealthy: () => true,
  })
  const pumps = [
    pumpOf(receive, variables.receive.LANDING_QUEUE_URL ?? ''),
    pumpOf(sync, variables.sync.SYNC_QUEUE_URL ?? ''),
  ]
  const key = await createFirstKey(variables.api.CONTROL_TABLE ?? '', variables.api.HASH_SECRET_ID ?? '')
  return {
    deployed,
    url: front.url,
    buckets: [variables.connect.LANDING_BUCKET ?? '', variables.connect.ARCHIVE_BUCKET ?? ''],
    landingBucket: variables.connect.LANDING_BUCKET ?? '',
    serverId: variables.connect.SFTP_SERVER_ID ?? '',
    request: await apiClient({ ROSTERPORT_URL: front.url, ROSTERPORT_API_KEY: key }),
    stop: async () => {
      await Promise.all(pumps.map((pump) => pump.stop()))
      await front.close()
      await Promise.all([receive, sync, api, connect].map((running) => running.stop()))
    },
  }
}
