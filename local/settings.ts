import { resolve } from 'node:path'
import * as v from 'valibot'
import { syncTimeoutSeconds } from '#core/deployment/queues.ts'

const port = (fallback: number) =>
  v.pipe(
    v.optional(v.string(), String(fallback)),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(65_535),
  )
const endpoint = v.optional(v.pipe(v.string(), v.url()))

const VariablesSchema = v.object({
  PORT: port(3000),
  SFTP_PORT: port(2222),
  DASHBOARD_PORT: v.optional(port(0)),
  ROSTERPORT_REQUESTS_PER_MINUTE: v.pipe(v.optional(v.string(), '300'), v.toNumber(), v.integer(), v.minValue(1)),
  ROSTERPORT_SYNC_SECONDS: v.pipe(
    v.optional(v.string(), String(syncTimeoutSeconds)),
    v.toNumber(),
    v.integer(),
    v.minValue(60),
    v.maxValue(syncTimeoutSeconds),
  ),
  ROSTERPORT_LOCAL_WEBHOOKS: v.optional(v.picklist(['true', 'false']), 'false'),
  ROSTERPORT_DATA: v.optional(v.string(), '.rosterport'),
  ROSTERPORT_OPENID_ISSUER: endpoint,
  ROSTERPORT_OPENID_CLIENT_ID: v.optional(v.string(), 'rosterport'),
  ROSTERPORT_FIRST_ADMIN: v.optional(v.string(), 'admin@example.com'),
  AWS_ENDPOINT_URL: endpoint,
  ROSTERPORT_DYNAMODB_ENDPOINT: endpoint,
  ROSTERPORT_S3_ENDPOINT: endpoint,
  ROSTERPORT_SQS_ENDPOINT: endpoint,
  ROSTERPORT_TRANSFER_ENDPOINT: endpoint,
})

const openIdOf = (set: v.InferOutput<typeof VariablesSchema>): Settings['openId'] =>
  set.ROSTERPORT_OPENID_ISSUER === undefined
    ? undefined
    : {
        issuer: set.ROSTERPORT_OPENID_ISSUER,
        clientId: set.ROSTERPORT_OPENID_CLIENT_ID,
        firstAdmin: set.ROSTERPORT_FIRST_ADMIN,
      }

/** What the laptop's product is started with. A port of 0 lets the system choose. */
export type Settings = {
  readonly port: number
  readonly sftpPort: number
  /** Undefined where nobody has chosen one. */
  readonly dashboardPort: number | undefined
  readonly dataFolder: string
  /** Of an API key that has no limit of its own. */
  readonly requestsPerMinute: number
  readonly clientId: string
  readonly firstAdmin: string
  /** The issuer by which people sign in; undefined where this machine is one itself. */
  readonly openId: { readonly issuer: string; readonly clientId: string; readonly firstAdmin: string } | undefined
  /** How long a sync may run before it puts the rest off, reserve included. */
  readonly syncSeconds: number
  /** Whether webhooks may go to this machine and without TLS. */
  readonly allowsLocalWebhooks: boolean
  /** Where an AWS service is spoken to instead of its stand-in on disk. */
  readonly endpoints: {
    readonly dynamodb: string | undefined
    readonly s3: string | undefined
    readonly sqs: string | undefined
    readonly transfer: string | undefined
  }
}

const meaning = (name: string): string => {
  if (name.endsWith('PORT')) return 'a valid port'
  if (name.endsWith('MINUTE')) return 'a valid whole number'
  if (name.endsWith('SECONDS')) return `a whole number from 60 to ${syncTimeoutSeconds}`
  return name.endsWith('WEBHOOKS') ? 'true or false' : 'a valid address'
}

/** Reads the settings from the environment; a wrong one is a sentence for the person who set it. */
export const readSettings = (variables: Readonly<Record<string, string | undefined>>): Settings => {
  const result = v.safeParse(VariablesSchema, variables)
  if (!result.success) {
    const [problem] = result.issues
    const name = v.getDotPath(problem) ?? ''
    throw new Error(`${name} is "${variables[name]}", which is not ${meaning(name)}.`)
  }
  const set = result.output
  const every = set.AWS_ENDPOINT_URL
  return {
    port: set.PORT,
    sftpPort: set.SFTP_PORT,
    dashboardPort: set.DASHBOARD_PORT,
    clientId: set.ROSTERPORT_OPENID_CLIENT_ID,
    firstAdmin: set.ROSTERPORT_FIRST_ADMIN,
    requestsPerMinute: set.ROSTERPORT_REQUESTS_PER_MINUTE,
    syncSeconds: set.ROSTERPORT_SYNC_SECONDS,
    openId: openIdOf(set),
    allowsLocalWebhooks: set.ROSTERPORT_LOCAL_WEBHOOKS === 'true',
    dataFolder: resolve(set.ROSTERPORT_DATA),
    endpoints: {
      dynamodb: set.ROSTERPORT_DYNAMODB_ENDPOINT ?? every,
      s3: set.ROSTERPORT_S3_ENDPOINT ?? every,
      sqs: set.ROSTERPORT_SQS_ENDPOINT ?? every,
      transfer: set.ROSTERPORT_TRANSFER_ENDPOINT ?? every,
    },
  }
}
