import * as v from 'valibot'
import { AttemptReasonSchema } from '#core/connect/attempt.ts'
import { CustomerStepSchema, RemovalsApproverSchema } from '#core/control/integration.ts'
import { type Descriptions, moment } from '../description.ts'
import { setupSteps } from '../setup.ts'
import { ArrivedFileSchema } from './flow-parts.ts'

export const maxKeys = 10
export const tooManyKeys = `enter at most ${maxKeys} public SSH keys`

const publicKey = v.pipe(v.string(), v.maxLength(20_000))

export const ConnectionSchema = v.object({
  public_keys: v.pipe(
    v.array(publicKey),
    v.maxLength(maxKeys, tooManyKeys),
    v.description('May be empty where keys of before are kept.'),
  ),
  opted_out_data_points: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(100))),
      v.maxLength(1_000),
      v.description('Optional models and fields that are not to be stored. Left out, nothing changes.'),
    ),
  ),
  keep_existing_keys: v.pipe(
    v.optional(v.boolean(), false),
    v.description('The keys of before go on working beside these, for a change without a gap.'),
  ),
})
export const AddKeySchema = v.object({ public_key: publicKey })

const place = { host: v.string(), port: v.number(), folder: v.string(), file_names: v.array(v.string()) }

export const stepsShown = v.pipe(
  v.array(v.object({ id: CustomerStepSchema, confirmed: v.boolean() })),
  v.description(
    'What the vendor asks of the customer beside the connection. Nothing is synced before all are confirmed once.',
  ),
)

export const KeySchema = v.object({
  id: v.string(),
  type: v.string(),
  bits: v.number(),
  fingerprint: v.pipe(v.string(), v.description('As `ssh-keygen -l` prints it: `SHA256:` and base64.')),
  added_at: v.pipe(v.nullable(moment), v.description('Null for keys from before this was noted.')),
})

export const HostKeySchema = v.object({
  type: v.string(),
  sha256: v.string(),
  md5: v.string(),
  known_hosts: v.pipe(v.string(), v.description('The line for a known_hosts file.')),
})

export const PgpKeySchema = v.object({
  required: v.pipe(v.boolean(), v.description('Whether files that are not encrypted are refused.')),
  public_key: v.pipe(v.string(), v.description('Armoured.')),
  fingerprint: v.string(),
})

const algorithms = v.object({
  key_exchange: v.array(v.string()),
  ciphers: v.array(v.string()),
  macs: v.array(v.string()),
})

const step = v.picklist(['waiting_for_key', ...setupSteps])

export const AttemptSchema = v.object({
  at: moment,
  outcome: v.picklist(['logged_in', 'refused', 'upload_failed']),
  reason: v.nullable(AttemptReasonSchema),
  message: v.pipe(v.nullable(v.string()), v.description('What went wrong and what to do, in English.')),
  client: v.pipe(v.nullable(v.string()), v.description('What the SFTP client calls itself.')),
})

export const flowConnectionDescriptions = {
  'GET /flow/connection': {
    summary: 'The connection sheet, and where the connection stands',
    data: v.object({
      step,
      finished: v.boolean(),
      steps: stepsShown,
      integration_id: v.nullable(v.string()),
      removals_approver: v.pipe(
        RemovalsApproverSchema,
        v.description('Whether only the vendor decides about held removals, or the customer too, on their page.'),
      ),
      username: v.nullable(v.string()),
      public_keys: v.number(),
      keys: v.array(KeySchema),
      host_keys: v.pipe(
        v.array(HostKeySchema),
        v.description('By which a client knows that the server is the right one.'),
      ),
      pgp: v.pipe(
        v.nullable(PgpKeySchema),
        v.description('What files are to be encrypted for; null where the vendor does not want that.'),
      ),
      addresses: v.pipe(v.array(v.string()), v.description('Fixed addresses of the server, where it has them.')),
      algorithms,
      files: v.array(ArrivedFileSchema),
      ...place,
    }),
  },
  'POST /flow/connection': {
    summary: 'Give the HR system its SFTP user',
    body: ConnectionSchema,
    data: v.object({ integration_id: v.string(), username: v.string(), ...place }),
    audit: 'flow.connected',
  },
  'POST /flow/keys': {
    summary: 'Let another public SSH key log in beside those that can',
    body: AddKeySchema,
    data: v.object({ keys: v.array(KeySchema) }),
    audit: 'flow.key-added',
  },
  'DELETE /flow/keys/{key_id}': {
    summary: 'Take a public SSH key out; the last one stays',
    data: v.object({ keys: v.array(KeySchema) }),
    audit: 'flow.key-removed',
  },
  'GET /flow/activity': {
    summary: 'Logins, attempts and files so far: cheap enough to be asked for every two seconds',
    data: v.object({
      step,
      first_login_at: v.nullable(moment),
      last_login_at: v.nullable(moment),
      first_file_at: v.nullable(moment),
      attempts: v.pipe(v.array(AttemptSchema), v.description('Newest first.')),
      files: v.pipe(v.array(ArrivedFileSchema), v.description('The newest twenty, newest first.')),
      syncing: v.pipe(v.boolean(), v.description('Whether a sync is queued or runs.')),
    }),
  },
} as const satisfies Partial<Descriptions>
