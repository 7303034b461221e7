import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import * as v from 'valibot'

/** On the command line (`-c key=value`) every value is text. */
const wholeNumber = v.pipe(v.union([v.number(), v.pipe(v.string(), v.toNumber())]), v.integer(), v.minValue(1))

/**
 * What a deployment can choose, each as a context value: `cdk deploy -c stage=test -c removalPolicy=destroy`,
 * or under `context` in cdk.json.
 */
const SettingsSchema = v.object({
  /** Names the stack (`rosterport-<stage>`), and is the first part of the API's path. */
  stage: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,15}$/, 'Use up to 16 lower-case letters, digits and hyphens.')),
    'prod',
  ),
  /** Some HR systems only offer old algorithms: an older policy lets them in, and weakens every connection. */
  sftpSecurityPolicy: v.optional(
    v.pipe(v.string(), v.regex(/^TransferSecurityPolicy-[A-Za-z0-9-]+$/, 'Name a Transfer Family security policy.')),
    'TransferSecurityPolicy-2025-03',
  ),
  /** Name or ARN of a secret with the SFTP server's private keys, kept from an earlier deployment; else new ones are made. */
  hostKeySecret: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Where the world reaches the API, when that is not its own stage URL. */
  publicUrl: v.optional(
    v.pipe(v.string(), v.regex(/^https:\/\/[^\s?#]*[^\s?#/]$/, 'Give an https URL without a slash at the end.')),
  ),
  /** `destroy` lets a test stage go away with its stack (its buckets must be empty); `retain` keeps data, keys and secrets. */
  removalPolicy: v.optional(v.picklist(['retain', 'destroy']), 'retain'),
  logRetentionDays: v.optional(
    v.pipe(
      wholeNumber,
      v.check(
        (days) => days in RetentionDays,
        'CloudWatch only knows 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 ...',
      ),
    ),
    90,
  ),
  /** Requests a second that the API accepts from all callers together, and how many may come at once. */
  apiRateLimit: v.optional(wholeNumber, 200),
  apiBurstLimit: v.optional(wholeNumber, 400),
  /** Requests a minute of one API key that has no limit of its own. */
  apiKeyRequestsPerMinute: v.optional(wholeNumber, 300),
  /** Who says who signs in to the dashboard, the id we have there, and the e-mail address of the first admin. */
  openIdIssuer: v.optional(v.pipe(v.string(), v.startsWith('https://', 'Give the https address of an OpenID issuer.'))),
  openIdClientId: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** Fixed IP addresses that lead to the SFTP server, divided by commas: customers with a firewall are told them. */
  sftpAddresses: v.optional(
    v.pipe(v.string(), v.regex(/^[\da-fA-F.:]+(?:,[\da-fA-F.:]+)*$/, 'Give IP addresses, divided by commas.')),
  ),
  /** Whom mails to customers come from: an address that SES may send from. Without it no mails are sent. */
  mailFrom: v.optional(v.pipe(v.string(), v.email('Give an e-mail address.'))),
  firstAdmin: v.optional(v.pipe(v.string(), v.email('Give an e-mail address.'))),
})
export type Settings = Readonly<v.InferOutput<typeof SettingsSchema>>

/** Throws one sentence for each setting that is wrong. */
export const readSettings = (read: (key: string) => unknown): Settings => {
  const values = Object.keys(SettingsSchema.entries).map((key) => [key, read(key)] as const)
  const result = v.safeParse(SettingsSchema, Object.fromEntries(values))
  if (result.success) return result.output
  throw new Error(result.issues.map((issue) => `Setting ${v.getDotPath(issue)}: ${issue.message}`).join('\n'))
}
