import * as v from 'valibot'

const present = v.pipe(v.string(), v.minLength(1))

const stores = { CONTROL_TABLE: present }
const records = { RECORDS_TABLE: present }
const identity = {
  /** Name of the secret (AWS) or the secret itself (laptop) under which ids and tokens are hashed. */
  HASH_SECRET_ID: present,
}
/** The secret that CloudFront proves itself by: what it says of a caller's address is believed. */
const front = { ORIGIN_SECRET_ID: present }
const sftp = { SFTP_SERVER_ID: present }
/** Where the dashboard is, without a slash at the end: on a host name of its own. */
const dashboard = { DASHBOARD_URL: present }
const signIn = {
  /** Empty where people do not sign in. */
  OPENID_ISSUER: v.string(),
  OPENID_CLIENT_ID: v.string(),
}
/** Where the metrics of the deployment are kept. */
const measured = { METRICS_NAMESPACE: present }
/** The secret with the PGP keys that files may be encrypted for. */
const pgp = { PGP_SECRET_ID: present }

/**
 * The environment each function is given and reads: nothing else is set, nothing else is read.
 * The CDK constructs, the handlers and the template test all use this table.
 */
export const functionEnvironments = {
  receive: v.object({
    ...stores,
    ...measured,
    ARCHIVE_BUCKET: present,
    LANDING_QUEUE_URL: present,
    SYNC_QUEUE_URL: present,
    WEBHOOK_QUEUE_URL: present,
  }),
  sync: v.object({
    ...stores,
    ...measured,
    ...records,
    ...identity,
    ...pgp,
    ARCHIVE_BUCKET: present,
    LANDING_BUCKET: present,
    SYNC_QUEUE_URL: present,
    WEBHOOK_QUEUE_URL: present,
  }),
  api: v.object({
    ...stores,
    ...measured,
    ...records,
    ...identity,
    ...pgp,
    ...front,
    ...sftp,
    SYNC_QUEUE_URL: present,
    WEBHOOK_QUEUE_URL: present,
    PUBLIC_URL: present,
    /** Of an API key that has no limit of its own. */
    REQUESTS_PER_MINUTE: v.pipe(present, v.digits()),
    ...dashboard,
    ...signIn,
    FIRST_ADMIN: v.string(),
    ARCHIVE_BUCKET: present,
  }),
  connect: v.object({
    ...stores,
    ...measured,
    ...records,
    ...identity,
    ...pgp,
    ...front,
    ...sftp,
    ARCHIVE_BUCKET: present,
    LANDING_BUCKET: present,
    SFTP_USER_ROLE_ARN: present,
    SFTP_HOST: present,
    SFTP_PORT: present,
    /** The server's public keys, a line each; empty where they are not known. */
    SFTP_HOST_KEYS: v.string(),
    /** Its fixed IP addresses, divided by commas; empty where it has none. */
    SFTP_ADDRESSES: v.string(),
    /** The vendor's team sees connections too. */
    REQUESTS_PER_MINUTE: v.pipe(present, v.digits()),
    ...signIn,
    FIRST_ADMIN: v.string(),
    SYNC_QUEUE_URL: present,
    WEBHOOK_QUEUE_URL: present,
  }),
  deliver: v.object({
    ...stores,
    ...measured,
    ...identity,
    WEBHOOK_QUEUE_URL: present,
    PUBLIC_URL: present,
    ...dashboard,
    /** Whom mails to customers come from; empty where none are sent. */
    MAIL_FROM: v.string(),
  }),
  housekeeping: v.object({
    ...stores,
    ...measured,
    LANDING_BUCKET: present,
    LANDING_QUEUE_URL: present,
    SYNC_QUEUE_URL: present,
    WEBHOOK_QUEUE_URL: present,
  }),
  /** Reads the log of the SFTP server. */
  logins: v.object({ ...stores, WEBHOOK_QUEUE_URL: present }),
  /** The API's documentation: it needs nothing. */
  docs: v.object({}),
  /** The web pages: who may embed them is a setting of the environment. */
  pages: v.object({
    ...stores,
    ...dashboard,
    ...signIn,
    /** Where browsers put files, divided by spaces. */
    UPLOAD_ORIGINS: present,
  }),
  /** Called by CloudFormation only: makes the SFTP server's keys at the first deployment. */
  'host-keys': v.object({ HOST_KEY_SECRET_ID: present }),
  /** Called by CloudFormation only: makes the first PGP key at the first deployment. */
  'pgp-keys': v.object(pgp),
} as const

export type FunctionName = keyof typeof functionEnvironments

export const functionNames = [
  'receive',
  'sync',
  'api',
  'connect',
  'deliver',
  'housekeeping',
  'logins',
  'docs',
  'pages',
  'host-keys',
  'pgp-keys',
] as const satisfies readonly FunctionName[]
