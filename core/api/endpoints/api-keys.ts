import * as v from 'valibot'
import { ChangeApiKeySchema, CreateApiKeySchema } from '../api-key-input.ts'
import { type Descriptions, moment, pageOf } from '../description.ts'

const entries = {
  id: v.string(),
  name: v.string(),
  allowed_addresses: v.array(v.string()),
  requests_per_minute: v.nullable(v.number()),
  created_at: moment,
  last_used_at: v.nullable(moment),
  revoked_at: v.nullable(moment),
}
const ShownKeySchema = v.object(entries)

export const apiKeyDescriptions = {
  'GET /manage/api-keys': { summary: 'API keys, newest first', data: pageOf(ShownKeySchema), admin: true },
  'POST /manage/api-keys': {
    summary: 'Make an API key: its text is shown this once',
    body: CreateApiKeySchema,
    data: v.object({ ...entries, api_key: v.string() }),
    audit: 'api-key.created',
    admin: true,
  },
  'PATCH /manage/api-keys/{api_key_id}': {
    summary: 'Rename an API key, limit its addresses or its rate',
    body: ChangeApiKeySchema,
    data: ShownKeySchema,
    audit: 'api-key.changed',
    admin: true,
  },
  'DELETE /manage/api-keys/{api_key_id}': {
    summary: 'Revoke an API key',
    data: ShownKeySchema,
    audit: 'api-key.revoked',
    admin: true,
  },
} as const satisfies Partial<Descriptions>
