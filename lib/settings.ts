import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import * as v from 'valibot'

/** On the command line (`-c key=value`) every value is text. */
const number = v.union([v.number(), v.pipe(v.string(), v.toNumber())], 'Give a whole number.')
const wholeNumber = v.pipe(number, v.integer('Give a whole number.'), v.minValue(1, 'Give a whole number above 0.'))
const days = v.pipe(number, v.integer('Give whole days.'), v.minValue(0, 'Give whole days, or 0.'))

const matching = (pattern: RegExp, sentence: string) => v.pipe(v.string(sentence), v.regex(pattern, sentence))
const email = v.pipe(v.string(), v.email('Give an e-mail address.'))
const oneOf = <const Options extends readonly string[]>(...options: Options) =>
  v.picklist(options, `Give one of: ${options.join(', ')}.`)

/** A list on the command line is divided by commas. */
const listOf = (item: RegExp, sentence: string) =>
  v.pipe(
    v.union(
      [
        v.array(v.string()),
        v.pipe(
          v.string(),
          v.transform((text) => text.split(',')),
        ),
      ],
      sentence,
    ),
    v.array(matching(item, sentence)),
  )

const hostName = /^(?=.{4,220}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/
const address = /^[\da-fA-F.:]+$/

const entries = {
  /** Names the stack (`rosterport-<stage>`) and what must have a name in the account. */
  stage: v.optional(matching(/^[a-z][a-z0-9-]{0,15}$/, 'Use up to 16 lower-case letters, digits and hyphens.'), 'prod'),
  /** `destroy` lets a test stage go away with its stack (its buckets must be empty); `retain` keeps data, keys and secrets. */
  removalPolicy: v.optional(oneOf('retain', 'destroy'), 'retain'),

  /** Where the API and the flows are; the dashboard and the SFTP server get `dashboard.` and `sftp.` before it. */
  domain: v.optional(matching(hostName, 'Give a host name in lower case, like hr.example.com.')),
  /** For the domain and its `dashboard.`: CloudFront only takes certificates of that region. */
  certificate: v.optional(
    matching(
      /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      'Give the ARN of a certificate in us-east-1: CloudFront takes no other.',
    ),
  ),
  /** Of the zone at Route 53 that the domain lies in; without it the outputs say which records to make. */
  hostedZoneId: v.optional(matching(/^Z[A-Z0-9]{3,31}$/, 'Give the id of a hosted zone, like Z0123456789ABCDEFGHIJ.')),
  firewall: v.optional(oneOf('on', 'off'), 'on'),

  /** `vpc` gives the server two addresses that never change, and lets it be closed to others than `sftpClients`. */
  sftpEndpoint: v.optional(oneOf('public', 'vpc'), 'public'),
  /** Elastic IPs kept from an earlier deployment; else new ones are made. */
  sftpAllocationIds: v.optional(
    listOf(/^eipalloc-[0-9a-f]+$/, 'Give ids like eipalloc-0123456789abcdef0, divided by commas.'),
  ),
  /** Fixed addresses that lead to the server where the stack does not make them: customers with a firewall are told them. */
  sftpAddresses: v.optional(listOf(address, 'Give IP addresses, divided by commas.')),
  sftpClients: v.optional(listOf(/^[\d.]+\/\d{1,2}$/, 'Give networks like 198.51.100.0/24, divided by commas.')),
  /** Some HR systems only offer old algorithms: an older policy lets them in, and weakens every connection. */
  sftpSecurityPolicy: v.optional(
    matching(/^TransferSecurityPolicy-[A-Za-z0-9-]+$/, 'Name a Transfer Family security policy.'),
    'TransferSecurityPolicy-2025-03',
  ),
  /** Name or ARN of a secret with the SFTP server's private keys, kept from an earlier deployment; else new ones are made. */
  hostKeySecret: v.optional(v.pipe(v.string(), v.minLength(1, 'Give the name or the ARN of a secret.'))),

  /** A key of the vendor's own; else one is made. */
  kmsKey: v.optional(matching(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, 'Give the ARN of a KMS key.')),
  malwareProtection: v.optional(oneOf('on', 'off'), 'off'),
  logRetentionDays: v.optional(
    v.pipe(
      wholeNumber,
      v.check(
        (count) => count in RetentionDays,
        'CloudWatch only knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 ...',
      ),
    ),
    90,
  ),
  /** What the environment begins with; from then on it is changed in the dashboard. */
  rawFileDays: v.optional(days),
  allowedOrigins: v.optional(
    listOf(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/, 'Give origins like https://app.example.com, divided by commas.'),
  ),

  /** Who says who signs in to the dashboard, and the id we have there; else the stack has a user pool of its own. */
  openIdIssuer: v.optional(v.pipe(v.string(), v.startsWith('https://', 'Give the https address of an OpenID issuer.'))),
  openIdClientId: v.optional(v.pipe(v.string(), v.minLength(1, 'Give the client id that the issuer knows us by.'))),
  firstAdmin: v.optional(email),

  /** Whom alarms are mailed to. */
  alarmEmail: v.optional(email),
  /** Whom mails to customers come from: an address that SES may send from. Without it no mails are sent. */
  mailFrom: v.optional(email),
  /** Requests a second that the API accepts from all callers together, and how many may come at once. */
  apiRateLimit: v.optional(wholeNumber, 200),
  apiBurstLimit: v.optional(wholeNumber, 400),
  /** Requests a minute of one API key that has no limit of its own. */
  apiKeyRequestsPerMinute: v.optional(wholeNumber, 300),
} as const

/** Settings that mean nothing without another one. */
const needs = [
  ['domain', 'certificate'],
  ['certificate', 'domain'],
  ['hostedZoneId', 'domain'],
  ['openIdIssuer', 'openIdClientId'],
  ['openIdClientId', 'openIdIssuer'],
  ['sftpAllocationIds', 'sftpAddresses'],
] as const satisfies readonly (readonly [keyof typeof entries, keyof typeof entries])[]

/** Settings that mean nothing at a public endpoint. */
const ofVpc = ['sftpAllocationIds', 'sftpClients'] as const satisfies readonly (keyof typeof entries)[]

/** What a deployment can choose. `stages/<stage>.json` holds it, and `-c key=value` on the command line comes before that. */
const SettingsSchema = v.object(entries)
export type Settings = Readonly<v.InferOutput<typeof SettingsSchema>>
export const settingNames: readonly string[] = Object.keys(entries)

const contradictions = (settings: Settings): readonly string[] => [
  ...needs.flatMap(([one, other]) =>
    settings[one] !== undefined && settings[other] === undefined ? [`Setting ${one}: Give ${other} as well.`] : [],
  ),
  ...ofVpc.flatMap((name) =>
    settings[name] !== undefined && settings.sftpEndpoint === 'public'
      ? [`Setting ${name}: It only means something with sftpEndpoint=vpc.`]
      : [],
  ),
  ...(settings.sftpAllocationIds !== undefined && settings.sftpAllocationIds.length !== 2
    ? ['Setting sftpAllocationIds: Give two, one for each zone that the server stands in.']
    : []),
]

/** The stage alone, for whoever has to find its settings first. */
export const stageOf = (given: unknown): string => readSettings((key) => (key === 'stage' ? given : undefined)).stage

/** Throws one sentence for each setting that is wrong. */
export const readSettings = (read: (key: string) => unknown): Settings => {
  const result = v.safeParse(SettingsSchema, Object.fromEntries(settingNames.map((key) => [key, read(key)])))
  const wrong = result.success
    ? contradictions(result.output)
    : result.issues.map((issue) => `Setting ${v.getDotPath(issue)}: ${issue.message}`)
  if (result.success && wrong.length === 0) return result.output
  throw new Error(wrong.join('\n'))
}

/** The names of a deployment that has a domain. */
export const domainsOf = ({ domain }: Settings) =>
  domain === undefined ? undefined : { api: domain, dashboard: `dashboard.${domain}`, sftp: `sftp.${domain}` }
