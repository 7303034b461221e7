import * as v from 'valibot'
import type { Descriptions } from '../description.ts'

const syncType = v.picklist(['FULL', 'DELTA'])

export const ForceSyncSchema = v.object({ type: v.optional(syncType, 'FULL') })

export const generalDescriptions = {
  'GET /v1/check-api-key': {
    summary: 'The environment that an API key belongs to',
    data: v.object({
      environment_id: v.string(),
      customer_id: v.pipe(v.string(), v.description('The deprecated name of `environment_id`.')),
    }),
  },
  'POST /v1/force-sync': {
    summary: 'Sync an integration now',
    integrationHeader: true,
    body: ForceSyncSchema,
    data: v.object({ already_queued: v.boolean(), sync_id: v.string(), type: syncType }),
    audit: 'sync.forced',
  },
} as const satisfies Descriptions<'GET /v1/check-api-key' | 'POST /v1/force-sync'>
